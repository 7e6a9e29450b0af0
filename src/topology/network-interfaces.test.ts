import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Node, Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers";
const SCOPE = `${GROUP}/microsoft.network`;
const HUB = `${SCOPE}/virtualnetworks/hub`;

it("stands in its subnet's network with all its addresses, and falls with subnet, machine and region", () => {
  const node = nodeOf(
    topologyOf(`${interfaceIn("web", "vm", ["10.0.0.4", "10.0.0.5"])}
  - type: Microsoft.Compute/virtualMachines
    name: vm
    properties: { networkProfile: { networkInterfaces: [{ id: networkInterfaces/vm }] } }`),
    "networkinterfaces/vm",
  );

  expect(node.prefixes.map(formatPrefix)).toEqual(["10.0.0.4/32", "10.0.0.5/32"]);
  expect(node).toMatchObject({
    within: HUB,
    table: `${HUB}/subnets/web/routes`,
    forwarding: { does: "no", because: "IP forwarding is off on the network interface" },
    needs: [
      [HUB],
      ["region/westeurope"],
      [`${HUB}/subnets/web`],
      [`${GROUP}/microsoft.compute/virtualmachines/vm`],
    ],
  });
});

it.each([
  { ip: "enableIPForwarding: false", says: "forwards: true", does: "no", why: "Azure does not let it" },
  { ip: "enableIPForwarding: true", says: "forwards: true", does: "yes", why: "both do" },
  { ip: "enableIPForwarding: true", says: "forwards: false", does: "no", why: "the appliance does not" },
  {
    ip: "enableIPForwarding: { kind: unknown, because: x }",
    says: "forwards: true",
    does: "unknown",
    why: "nobody says",
  },
])("forwards ($does) where $why", ({ ip, says, does }) => {
  const topology = topologyOf(
    interfaceIn("web", "nva", ["10.0.0.4"], ip),
    `appliances: [{ name: fw, resource: networkInterfaces/nva, ${says}, stateful: true, sourceNat: false }]`,
  );

  const { forwarding } = nodeOf(topology, "networkinterfaces/nva");
  expect(forwarding.does).toBe(does);
  if (forwarding.does === "yes") expect(forwarding).toMatchObject({ stateful: true, asOwn: false });
});

it("takes an appliance that nobody describes to forward everything, and says so", () => {
  const { forwarding } = nodeOf(
    topologyOf(interfaceIn("web", "nva", ["10.0.0.4"], "enableIPForwarding: true")),
    "networkinterfaces/nva",
  );

  expect(forwarding).toMatchObject({ does: "yes", assumed: expect.stringContaining("forward everything") });
});

it("sends what it forwards by the machine's primary interface, but its own subnet's by its own", () => {
  const topology = topologyOf(`${interfaceIn("web", "inside", ["10.0.0.4"], "enableIPForwarding: true")}
${interfaceIn("data", "outside", ["10.0.1.4"], "enableIPForwarding: true")}
  - type: Microsoft.Compute/virtualMachines
    name: nva
    properties:
      networkProfile:
        networkInterfaces:
          - { id: networkInterfaces/inside, properties: { primary: false } }
          - { id: networkInterfaces/outside, properties: { primary: true } }`);

  expect(nodeOf(topology, "networkinterfaces/outside").table).toBe(`${HUB}/subnets/data/routes`);
  const table = topology.tables.get(nodeOf(topology, "networkinterfaces/inside").table ?? "");
  const primary = topology.tables.get(`${HUB}/subnets/data/routes`);
  expect(table?.layers.slice(0, -1)).toEqual(primary?.layers);
  const own = table?.layers.at(-1);
  expect(own?.final).toBe(true);
  expect(own?.rows.map(({ prefix, nextHop }) => [formatPrefix(prefix), nextHop])).toEqual([
    ["10.0.0.0/24", { to: "table", table: `${HUB}/subnets/web/routes` }],
  ]);
});

it("stands behind an internal load balancer, whichever side says so; the appliance may be named by that", () => {
  const pool = "loadBalancerBackendAddressPools: [{ id: loadBalancers/lb/backendAddressPools/nvas }]";
  const topology = topologyOf(
    `${interfaceIn("web", "one", ["10.0.0.4"], "enableIPForwarding: true", pool)}
${interfaceIn("web", "two", ["10.0.0.5"], "enableIPForwarding: true")}
${interfaceIn("web", "three", ["10.0.0.6"])}
  - type: Microsoft.Network/loadBalancers
    name: lb
    sku: { name: Standard }
    properties:
      frontendIPConfigurations:
        - { name: front, properties: { privateIPAddress: 10.0.0.100, subnet: { id: virtualNetworks/hub/subnets/web } } }
      backendAddressPools:
        - name: nvas
          properties:
            loadBalancerBackendAddresses:
              - { name: two, properties: { ipAddress: 10.0.0.5, virtualNetwork: { id: virtualNetworks/hub } } }
        - name: unused
          properties: { backendIPConfigurations: [{ id: networkInterfaces/three/ipConfigurations/c0 }] }
      loadBalancingRules:
        - name: all
          properties:
            frontendIPConfiguration: { id: loadBalancers/lb/frontendIPConfigurations/front }
            backendAddressPool: { id: loadBalancers/lb/backendAddressPools/nvas }`,
    "appliances: [{ name: fw, resource: loadBalancers/lb, forwards: true, stateful: true, sourceNat: true }]",
  );

  const node = nodeOf(topology, "loadbalancers/lb");
  expect(node).toMatchObject({ role: "loadBalancer", within: HUB });
  expect(node.prefixes.map(formatPrefix)).toEqual(["10.0.0.100/32"]);
  expect(node.balances).toEqual([`${SCOPE}/networkinterfaces/one`, `${SCOPE}/networkinterfaces/two`]);
  expect(nodeOf(topology, "networkinterfaces/two").forwarding).toMatchObject({
    stateful: true,
    sourceNat: true,
  });
});

it("does not know what stands behind a load balancer of which the estate holds no backend", () => {
  const balancer = `
  - type: Microsoft.Network/loadBalancers
    name: lb
    properties:
      frontendIPConfigurations:
        - { name: a, properties: { privateIPAddress: 10.0.0.100, subnet: { id: virtualNetworks/hub/subnets/web } } }
        - { name: b, properties: { privateIPAddress: 10.0.0.101, subnet: { id: virtualNetworks/hub/subnets/web } } }`;
  const appliance =
    "appliances: [{ name: fw, resource: loadBalancers/lb, forwards: true, stateful: true, sourceNat: false }]";

  const node = nodeOf(topologyOf(balancer), "loadbalancers/lb#b");
  expect(node.prefixes.map(formatPrefix)).toEqual(["10.0.0.101/32"]);
  expect(node.forwarding.does).toBe("unknown");
  expect(node).not.toHaveProperty("balances");
  expect(nodeOf(topologyOf(balancer, appliance), "loadbalancers/lb#a").forwarding.does).toBe("yes");
});

it("leaves out what stands in a subnet that the estate does not hold, and names it", () => {
  const topology = topologyOf(`${interfaceIn("gone", "vm", ["10.0.9.4"])}
  - type: Microsoft.Network/virtualNetworks/subnets
    name: elsewhere/web
    properties: { addressPrefix: 10.9.0.0/24 }`);

  expect([...topology.nodes.keys()].filter((id) => !id.startsWith(HUB))).toEqual([]);
  expect(topology.gaps.map(({ because }) => because)).toEqual([
    "the virtual network of web is not in the estate",
    expect.stringMatching(/^vm stands in .*hub.subnets.gone, which the estate does not hold$/),
  ]);
});

it.each([
  {
    subnet: "natGateway: { id: natGateways/nat }",
    nic: "publicIPAddress: { id: publicIPAddresses/pip }",
    by: "NAT gateway nat",
  },
  {
    subnet: "defaultOutboundAccess: false",
    nic: "publicIPAddress: { id: publicIPAddresses/pip }",
    by: "public address pip",
  },
  { subnet: "defaultOutboundAccess: false", nic: "", by: undefined },
  { subnet: "defaultOutboundAccess: true", nic: "", by: "default outbound access" },
  { subnet: "", nic: "", by: "default outbound access" },
  {
    subnet: "",
    nic: "loadBalancerBackendAddressPools: [{ id: loadBalancers/inner/backendAddressPools/p }]",
    by: undefined,
  },
  {
    subnet: "",
    nic: "loadBalancerBackendAddressPools: [{ id: loadBalancers/outer/backendAddressPools/p }]",
    by: "load balancer outer",
  },
])(
  "leaves for the internet by $by where the subnet says '$subnet' and the interface '$nic'",
  ({ subnet, nic, by }) => {
    const balancers = [
      "inner: { subnet: { id: virtualNetworks/hub/subnets/data } }",
      "outer: { publicIPAddress: { id: publicIPAddresses/lb } }",
    ]
      .map((entry) => entry.split(/: (.*)/))
      .map(
        ([name, properties]) => `
  - type: Microsoft.Network/loadBalancers
    name: ${name}
    sku: { name: Standard }
    properties:
      frontendIPConfigurations: [{ name: f, properties: ${properties} }]
      backendAddressPools: [{ name: p }]
      outboundRules: [{ name: o }]`,
      );
    const topology = topologyOf(
      interfaceIn("web", "vm", ["10.0.0.4"], "", nic) + balancers.join(""),
      "",
      subnet,
    );

    expect(nodeOf(topology, "networkinterfaces/vm").egress).toEqual(by === undefined ? undefined : { by });
  },
);

it("gives a private endpoint a route in its network, and takes it for its network interface", () => {
  const endpoint = `${interfaceIn("web", "pe-nic", ["10.0.0.9"])}
  - type: Microsoft.Network/privateEndpoints
    name: pe
    properties:
      subnet: { id: virtualNetworks/hub/subnets/web }
      networkInterfaces: [{ id: networkInterfaces/pe-nic }]`;
  const rows = (policies: string) => {
    const topology = topologyOf(endpoint, "", policies);
    expect(topology.nodes.has(`${SCOPE}/networkinterfaces/pe-nic`)).toBe(false);
    expect(nodeOf(topology, "privateendpoints/pe").prefixes.map(formatPrefix)).toEqual(["10.0.0.9/32"]);
    const layers = topology.tables.get(`${HUB}/subnets/data/routes`)?.layers ?? [];
    return layers.find(({ id }) => id.endsWith("/privateendpointroutes"))?.rows ?? [];
  };

  const [row] = rows("");
  expect(row).toMatchObject({ nextHopType: "InterfaceEndpoint", nextHop: { to: "members", network: HUB } });
  expect(row?.invalidUnder).toBeUndefined();
  for (const policies of ["Enabled", "RouteTableEnabled"]) {
    const [obeying] = rows(`privateEndpointNetworkPolicies: ${policies}`);
    expect(obeying?.invalidUnder && formatPrefix(obeying.invalidUnder)).toBe("10.0.0.0/16");
  }
  expect(
    rows("privateEndpointNetworkPolicies: NetworkSecurityGroupEnabled")[0]?.invalidUnder,
  ).toBeUndefined();
});

it("gives a private endpoint a route over each peering that carries its address", () => {
  const topology = topologyOf(`
  - type: Microsoft.Network/virtualNetworks/virtualNetworkPeerings
    name: hub/p
    properties: { remoteVirtualNetwork: { id: virtualNetworks/spoke } }
  - type: Microsoft.Network/virtualNetworks
    name: spoke
    properties:
      addressSpace: { addressPrefixes: [10.1.0.0/16] }
      subnets: [{ name: web, properties: { addressPrefix: 10.1.0.0/24 } }]
      virtualNetworkPeerings: [{ name: p, properties: { remoteVirtualNetwork: { id: virtualNetworks/hub } } }]
  - type: Microsoft.Network/privateEndpoints
    name: pe
    properties:
      subnet: { id: virtualNetworks/hub/subnets/web }
      customDnsConfigs: [{ fqdn: db.example, ipAddresses: [10.0.0.9] }]`);

  const layers = topology.tables.get(`${SCOPE}/virtualnetworks/spoke/subnets/web/routes`)?.layers ?? [];
  const rows = layers.find(({ id }) => id.endsWith("spoke/privateendpointroutes"))?.rows ?? [];
  expect(rows.map(({ prefix, nextHop, needs }) => [formatPrefix(prefix), nextHop, needs.length])).toEqual([
    ["10.0.0.9/32", { to: "link", link: `${HUB}/virtualnetworkpeerings/p` }, 2],
  ]);
});

it("does not know what an Azure Firewall forwards, and gives it its whole subnet where its address is not told", () => {
  const topology = topologyOf(`
  - type: Microsoft.Network/azureFirewalls
    name: fw
    properties: { ipConfigurations: [{ properties: { subnet: { id: virtualNetworks/hub/subnets/data } } }] }`);

  const node = nodeOf(topology, "azurefirewalls/fw");
  expect(node).toMatchObject({ role: "firewall", forwarding: { does: "unknown" } });
  expect(node.prefixes.map(formatPrefix)).toEqual(["10.0.1.0/24"]);
  expect(topology.gaps).toMatchObject([{ kind: "assumed", about: [`${SCOPE}/azurefirewalls/fw`] }]);
});

it("names interfaces without a subnet or an address, and goes on", () => {
  const topology = topologyOf(`${interfaceIn("web", "waiting", [])}
  - { type: Microsoft.Network/networkInterfaces, name: lost }`);

  expect(topology.gaps.map(({ because }) => because)).toEqual([
    "the private address of waiting is not known: nothing leads to it",
    "nobody says in which subnet lost stands",
  ]);
});

function interfaceIn(
  subnet: string,
  name: string,
  addresses: readonly string[],
  properties = "",
  configuration = "",
): string {
  const configurations = (addresses.length === 0 ? [""] : addresses).map(
    (address, index) =>
      `{ name: c${index}, properties: { subnet: { id: virtualNetworks/hub/subnets/${subnet} }, privateIPAddress: "${address}", ${configuration} } }`,
  );
  return `
  - type: Microsoft.Network/networkInterfaces
    name: ${name}
    properties: { ipConfigurations: [${configurations.join(", ")}], ${properties} }`;
}

function topologyOf(resources: string, rest = "", subnet = ""): Topology {
  const text = `formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: West Europe
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: web, properties: { addressPrefix: 10.0.0.0/24, ${subnet} } }
        - { name: data, properties: { addressPrefix: 10.0.1.0/24 } }
${resources}
${rest}
`;
  const { estate, diagnostics } = readEstate(readDocument("t.estate.yaml", text));
  expect(diagnostics).toEqual([]);
  return buildTopology(indexEstate(estate));
}

function nodeOf({ nodes }: Topology, id: string): Node {
  const node = nodes.get(`${SCOPE}/${id}`);
  if (!node) throw new Error(`no node ${id}`);
  return node;
}
