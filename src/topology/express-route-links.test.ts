import { expect, it } from "vitest";
import { containsAddress, formatPrefix, parseAddress } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const CIRCUIT = `${SCOPE}/expressroutecircuits/c`;
const ROUTER =
  "providerRouters: [{ name: r, asn: 65020, circuits: [expressRouteCircuits/c], advertisesLinks: true }]";

it("joins both edges of a circuit with both instances of the gateway, and with the provider's router", () => {
  const { links, sessions } = topologyOf([network("a", "10.1.0.0/16")], { extra: ROUTER });

  const connection = `${SCOPE}/connections/er-a`;
  const ways = ["primary-0", "primary-1", "secondary-0", "secondary-1"].map((way) => `${connection}#${way}`);
  expect([...links.keys()].sort()).toEqual([...ways, `${CIRCUIT}#primary`, `${CIRCUIT}#secondary`].sort());
  expect([...sessions.keys()].sort()).toEqual([...links.keys()].map((id) => `${id}/bgp`).sort());
  expect(links.get(`${connection}#primary-1`)).toMatchObject({ medium: "circuit", bandwidthMbps: 200 });
});

it("has the edge put its number for the gateway's and take its own, and the provider never see a private one", () => {
  const { sessions, nodes } = topologyOf([network("a", "10.1.0.0/16", "routingWeight: 10")], {
    extra: ROUTER,
  });

  const [edge, gateway] = sessions.get(`${SCOPE}/connections/er-a#primary-0/bgp`)?.ends ?? [];
  expect(edge?.sends).toMatchObject({ replacesFarAsn: true, families: [4] });
  expect(gateway?.learns).toEqual({
    tag: "circuit",
    weight: 32769,
    localPreference: 110,
    acceptsOwnAsn: false,
  });
  expect(gateway?.sends.tags).toEqual(["network"]);
  const [router, other] = sessions.get(`${CIRCUIT}#primary/bgp`)?.ends ?? [];
  expect(router?.address).toBe("172.16.0.1");
  expect(other).toMatchObject({
    address: "172.16.0.2",
    learns: { tag: "provider", acceptsOwnAsn: true, limit: { routes: 4000 } },
    sends: { stripsPrivateAsns: true },
  });
  expect(nodes.get(`${CIRCUIT}#primary/edge`)?.speaker?.hides?.map(formatPrefix)).toEqual(["172.16.0.0/30"]);
});

it("has the router tell Azure of its site what somebody listed, and everything where nobody did", () => {
  const [all, listed] = ["", ", advertises: [192.168.0.4/32]"].map((advertises) =>
    topologyOf([network("a", "10.1.0.0/16")], {
      extra: `
sites: [{ name: office, addressPrefixes: [192.168.0.0/16] }]
providerRouters: [{ name: r, asn: 65020, circuits: [expressRouteCircuits/c], site: office${advertises} }]`,
    }),
  );

  expect(told(all)).toEqual(["192.168.0.0/16"]);
  expect(told(listed)).toEqual(["192.168.0.4/32"]);
});

function told(topology: Topology | undefined): readonly string[] | undefined {
  return topology?.nodes
    .get("providerrouter/r")
    ?.speaker?.originates.map(({ prefix }) => formatPrefix(prefix));
}

it("cannot tell Azure ranges of nowhere", () => {
  const { gaps } = topologyOf([network("a", "10.1.0.0/16")], {
    extra: "providerRouters: [{ name: r, circuits: [expressRouteCircuits/c], advertises: [192.168.0.0/24] }]",
  });

  expect(gaps.map(({ because }) => because)).toContain(
    "nobody says where the ranges are that r tells Azure: 192.168.0.0/24",
  );
});

it("says that the far side is not there where no router has the circuit", () => {
  const { gaps } = topologyOf([network("a", "10.1.0.0/16")]);

  expect(gaps).toMatchObject([
    {
      kind: "notModelled",
      about: [CIRCUIT],
      because: "the far side of c is not in the estate: no provider's router has it",
    },
  ]);
});

it.each([
  { flag: "allowRemoteVnetTraffic: false", passes: false },
  { flag: "allowRemoteVnetTraffic: true", passes: true },
])("hands a gateway packets of another network on the circuit: $flag", ({ flag, passes }) => {
  const { links } = topologyOf([network("a", "10.1.0.0/16", "", flag), network("b", "10.2.0.0/16")]);

  const from = links.get(`${SCOPE}/connections/er-a#primary-0`)?.ends[0].sendsFrom;
  const allows = (text: string) =>
    from === undefined ||
    from.some((prefix) => {
      const address = parseAddress(text);
      return address !== undefined && containsAddress(prefix, address);
    });
  expect(allows("10.2.0.4")).toBe(passes);
  expect(allows("192.168.0.4")).toBe(true);
});

it("goes past the gateway with FastPath, to its own network, while a session tells of it", () => {
  const { links, tables } = topologyOf([network("a", "10.1.0.0/16", "expressRouteGatewayBypass: true")]);

  const id = `${SCOPE}/connections/er-a#primary-fastpath`;
  expect(links.get(id)?.ends[1]).toMatchObject({ node: `${SCOPE}/virtualnetworks/a` });
  expect(links.get(id)?.ends[1].arrivalTable).toBeUndefined();
  const fast = tables.get(`${CIRCUIT}#primary/edge/table`)?.layers.find(({ rank }) => rank === 30);
  expect(fast?.rows).toMatchObject([{ nextHop: { to: "link", link: id }, needs: [[id]] }]);
  expect(links.get(id)?.needs).toEqual([
    [`${SCOPE}/connections/er-a`],
    ["primary-0", "primary-1"].map((way) => `${SCOPE}/connections/er-a#${way}/bgp`),
  ]);
});

it("carries nothing over a circuit that the provider has not provisioned", () => {
  const { links } = topologyOf([network("a", "10.1.0.0/16")], {
    extra: ROUTER,
    circuit: "serviceProviderProvisioningState: NotProvisioned",
  });

  expect(links.get(`${CIRCUIT}#secondary`)?.brokenBecause).toBe(
    "the provider has not provisioned c: it is NotProvisioned",
  );
});

it("tells one circuit over Global Reach what the other has of its provider, and nothing of networks", () => {
  const { sessions, gaps } = topologyOf([network("a", "10.1.0.0/16")], {
    circuit: `peerings: [{ name: AzurePrivatePeering, properties: { peeringType: AzurePrivatePeering, connections: [{ name: reach, properties: { peerExpressRouteCircuitPeering: { id: expressRouteCircuits/d/peerings/AzurePrivatePeering } } }] } }]`,
    more: `
  - type: Microsoft.Network/expressRouteCircuits
    name: d
    properties: { peerings: [{ name: AzurePrivatePeering, properties: { peeringType: AzurePrivatePeering } }] }`,
  });

  const reach = [...sessions].filter(([id]) => id.includes("/connections/reach#"));
  expect(reach).toHaveLength(2);
  expect(reach[0]?.[1].ends.map(({ node, sends }) => [node, sends.tags])).toEqual([
    [`${CIRCUIT}#primary/edge`, ["provider"]],
    [`${SCOPE}/expressroutecircuits/d#primary/edge`, ["provider"]],
  ]);
  expect(gaps.some(({ because }) => because.includes("Global Reach"))).toBe(true);
});

it("lets an edge return no gateway's routes to that gateway, and prefers them to what came round by the provider", () => {
  const { sessions } = topologyOf([network("a", "10.1.0.0/16"), network("b", "10.2.0.0/16")], {
    extra: ROUTER,
  });

  const [edge] = sessions.get(`${SCOPE}/connections/er-a#primary-0/bgp`)?.ends ?? [];
  expect(edge?.sends.tags).toEqual(["provider", `gateway ${SCOPE}/virtualnetworkgateways/ergw-b`]);
  expect(edge?.learns).toMatchObject({ tag: `gateway ${SCOPE}/virtualnetworkgateways/ergw-a`, weight: 1 });
  const [, fromProvider] = sessions.get(`${CIRCUIT}#primary/bgp`)?.ends ?? [];
  expect(fromProvider?.learns.weight).toBe(0);
});

interface Around {
  readonly circuit?: string;
  readonly extra?: string;
  readonly more?: string;
}

const PEERINGS =
  "peerings: [{ name: AzurePrivatePeering, properties: { peeringType: AzurePrivatePeering, peerASN: 65020, primaryPeerAddressPrefix: 172.16.0.0/30, secondaryPeerAddressPrefix: 172.16.0.4/30 } }]";

function topologyOf(
  networks: readonly string[],
  { circuit = "", extra = "", more = "" }: Around = {},
): Topology {
  const text = `
formatVersion: 1
resources:
  - type: Microsoft.Network/expressRouteCircuits
    name: c
    sku: { tier: Standard }
    properties:
      serviceProviderProperties: { bandwidthInMbps: 200, peeringLocation: Amsterdam }
      ${circuit}
      ${circuit.startsWith("peerings") ? "" : PEERINGS}
${more}
${networks.join("\n")}
${extra}`;
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}

function network(name: string, range: string, connection = "", gateway = ""): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [${range}] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: ${range.replace("0.0/16", "255.0/27")} } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: ergw-${name}
    properties:
      gatewayType: ExpressRoute
      ${gateway}
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/${name}/subnets/GatewaySubnet } } }]
  - type: Microsoft.Network/connections
    name: er-${name}
    properties:
      connectionType: ExpressRoute
      virtualNetworkGateway1: { id: virtualNetworkGateways/ergw-${name} }
      peer: { id: expressRouteCircuits/c }
      ${connection}`;
}
