import { expect, it } from "vitest";
import { allRules } from "../../analyse.ts";
import type { Demand } from "../../model/demand.ts";
import { emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import { isRefused, type SizedFacility } from "../../model/facility-type.ts";
import type { Intent, SubnetIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { runRules } from "../../rules/run-rules.ts";
import { routeServer } from "./index.ts";

const ORIGIN = { file: "network.yaml", path: ["virtualNetworks", "hub"] };
const GROUP = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/network";
const AT = { virtualNetwork: "hub" };

function intentWith(more: { existing?: string; subnets?: readonly SubnetIntent[] }): Intent {
  return {
    name: "contoso",
    pools: [],
    reserved: [],
    virtualNetworks: [
      {
        name: "hub",
        region: "westeurope",
        scope: {},
        addressSpace: [],
        dualStack: false,
        growth: { type: "nextPowerOfTwo" },
        subnets: [],
        tags: {},
        origin: ORIGIN,
        ...more,
      },
    ],
    sites: [],
    p2sUsers: [],
    connections: [],
    isolate: [],
    prefer: "checklist",
    broken: new Set(),
    origin: ORIGIN,
  };
}

const demandOf = (a: string, b: string): Demand => ({
  facility: "route-server",
  at: AT,
  asks: { transitBetween: [a, b] },
  usedBy: `${a} - ${b}`,
});
const DEMANDS = [demandOf("plant", "utrecht"), demandOf("plant", "delft")];

function sizedFor(demands: readonly Demand[]): SizedFacility {
  const sized = routeServer.size(AT, demands, intentWith({}));
  if (isRefused(sized)) throw new Error(sized.because);
  return sized;
}

const network: Resource = {
  id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/hub`,
  type: "Microsoft.Network/virtualNetworks",
  name: "hub",
  location: "westeurope",
  properties: { addressSpace: { addressPrefixes: ["10.0.0.0/25"] } },
  origin: ORIGIN,
};
const subnet: Resource = {
  id: `${network.id}/subnets/RouteServerSubnet`,
  type: "Microsoft.Network/virtualNetworks/subnets",
  name: "RouteServerSubnet",
  properties: { addressPrefix: "10.0.0.0/26" },
  origin: ORIGIN,
};
const build = (demands = DEMANDS) =>
  routeServer.build(sizedFor(demands), { resourceOf: () => network }, [], new Map());

function estateOf(resources: readonly Resource[]) {
  return indexEstate({
    ...emptyEstate,
    resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])),
    coverage: { complete: [GROUP], absent: [], passedOver: [] },
  });
}

it("asks for its subnet, its hours and those of its address, in whatever order the demands come", () => {
  const { name, sku, addresses, meters } = sizedFor(DEMANDS);

  expect([name, sku]).toEqual(["hub-route-server", "Standard"]);
  expect(addresses).toEqual([
    { type: "subnet", virtualNetwork: "hub", name: "RouteServerSubnet", length: 26 },
  ]);
  expect(meters.map(({ meterName, quantity, location }) => [meterName, quantity, location])).toEqual([
    ["Route Server", 730, "westeurope"],
    ["Standard IPv4 Static Public IP", 730, "westeurope"],
  ]);
  expect(sizedFor(DEMANDS.toReversed())).toEqual(sizedFor(DEMANDS));
});

it("asks the VPN gateway beside it to be active-active and of Azure's own ASN", () => {
  expect(routeServer.demandsInTurn?.(demandOf("plant", "utrecht"))).toEqual([
    {
      facility: "vpn-gateway",
      at: AT,
      asks: { bgp: true, asn: 65515, survives: ["instance"] },
      usedBy: "plant - utrecht",
    },
  ]);
});

it("stands in an existing network only where the file gives it a subnet there", () => {
  const refused = routeServer.size(AT, DEMANDS, intentWith({ existing: network.id }));
  const subnets = [{ name: "RouteServerSubnet", addressPrefixes: [], length: 26, origin: ORIGIN }];

  expect(isRefused(refused) && refused.because).toMatch(/gives no RouteServerSubnet/);
  expect(isRefused(routeServer.size(AT, DEMANDS, intentWith({ existing: network.id, subnets })))).toBe(false);
});

it("builds a virtual hub that passes routes between branches, in its subnet, behind a public address", () => {
  const [server, address, place] = build();

  expect(server).toMatchObject({
    id: `${GROUP}/providers/Microsoft.Network/virtualHubs/hub-route-server`,
    location: "westeurope",
    properties: { sku: "Standard", allowBranchToBranchTraffic: true },
  });
  expect(address).toMatchObject({
    properties: { publicIPAllocationMethod: "Static" },
    envelope: { sku: { name: "Standard" } },
  });
  expect(place).toMatchObject({
    type: "Microsoft.Network/virtualHubs/ipConfigurations",
    properties: { subnet: { id: subnet.id }, publicIPAddress: { id: address?.id } },
  });
});

it("passes nothing between branches where nobody asks for it", () => {
  const [server] = build([{ facility: "route-server", at: AT, asks: {}, usedBy: "hub - appliance" }]);

  expect(server?.properties).toEqual({ sku: "Standard" });
});

it("breaks no rule, and is recognised with the meters that it was sized with", () => {
  const estate = estateOf([network, subnet, ...build()]);
  const [found, ...others] = routeServer.recognise(estate);

  expect(runRules(allRules, estate)).toEqual([]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ facility: "route-server", sku: "Standard", label: "Route Server" });
  expect(found?.meters()).toEqual(sizedFor(DEMANDS).meters);
});

it("takes no hub of a virtual WAN, and none that stands nowhere, for one", () => {
  const [server] = build();
  if (!server) throw new Error("nothing was built");
  const inWan = {
    ...server,
    properties: { virtualWan: { id: `${GROUP}/providers/Microsoft.Network/virtualWans/w` } },
  };

  expect(routeServer.recognise(estateOf([network, server]))).toEqual([]);
  expect(routeServer.recognise(estateOf([network, inWan]))).toEqual([]);
});
