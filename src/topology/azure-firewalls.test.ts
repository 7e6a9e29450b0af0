import { expect, it } from "vitest";
import { predict } from "../predict.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";

function estate(whose: string) {
  return readEstate(
    readDocument(
      "some.estate.yaml",
      `formatVersion: 1
resources:
  - type: Microsoft.Network/azureFirewalls
    name: fw
    properties:
      ipConfigurations:
        - { name: a, properties: { subnet: { id: virtualNetworks/hub/subnets/AzureFirewallSubnet } } }
  - type: Microsoft.Network/routeTables
    name: rt
    properties:
      routes:
        - name: all
          properties:
            addressPrefix: 10.9.0.0/16
            nextHopType: VirtualAppliance
            nextHopIpAddress: { kind: unknown, because: only Azure knows it${whose} }
  - type: Microsoft.Network/virtualNetworks
    name: hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: AzureFirewallSubnet, properties: { addressPrefix: 10.0.1.0/26 } }
        - { name: shared, properties: { addressPrefix: 10.0.2.0/24, routeTable: { id: routeTables/rt } } }
`,
    ),
  ).estate;
}

const SHARED =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network/virtualnetworks/hub/subnets/shared";

function hopsOf(whose: string) {
  const { topology } = predict(estate(whose));
  const table = topology.tables.get(topology.nodes.get(SHARED)?.table ?? "");
  const rows = table?.layers.flatMap((layer) => layer.rows).filter(({ name }) => name === "all") ?? [];
  const [row] = rows;
  return {
    reaches: row?.nextHop.to === "addresses" && row.nextHop.addresses.length > 0,
    shown: row?.nextHopIpAddresses,
    gaps: topology.gaps.map(({ because }) => because).filter((because) => because.includes("the route all")),
  };
}

it("a route to the private address of a firewall leads to it, whatever address Azure will give it", () => {
  const found = hopsOf(", of: { resource: azureFirewalls/fw, property: privateIPAddress }");

  expect(found).toEqual({ reaches: true, shown: [], gaps: [] });
});

it.each([
  ["", "an appliance"],
  [", of: { resource: azureFirewalls/fw, property: provisioningState }", "an appliance"],
  [", of: { resource: azureFirewalls/other, property: privateIPAddress }", "other"],
])("nothing else is taken for an address of it: %s", (whose, which) => {
  expect(hopsOf(whose)).toEqual({
    reaches: false,
    shown: [],
    gaps: [`the route all leads to ${which}, whose address the estate does not say`],
  });
});
