import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Link, Node, Session, Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const GATEWAY = `${SCOPE}/virtualnetworkgateways/vpn`;
const TUNNEL = `${SCOPE}/connections/to-site`;

it("has one instance, one tunnel and a site made of the local network gateway, which it says it assumes", () => {
  const topology = topologyOf(estate({ prefixes: ["192.168.0.0/16"] }));

  expect([...topology.nodes.keys()].filter((id) => id.startsWith(GATEWAY))).toEqual([`${GATEWAY}#0`]);
  expect(links(topology)).toEqual([`${TUNNEL}#0`]);
  expect(originations(topology, `${GATEWAY}#0`)).toEqual(["network 10.0.0.0/16", "static 192.168.0.0/16"]);
  expect(node(topology, "site/lng").prefixes.map(formatPrefix)).toEqual(["192.168.0.0/16"]);
  expect(reasons(topology, "assumed")).toEqual([
    expect.stringContaining("the estate has no site behind lng"),
  ]);
});

it("sends what it knows of a site only while the tunnel to it is up", () => {
  const topology = topologyOf(estate({ prefixes: ["192.168.0.0/16"] }));

  const [, known] = node(topology, `${GATEWAY}#0`).speaker?.originates ?? [];
  expect(known).toMatchObject({ via: { to: "link", link: `${TUNNEL}#0` }, needs: [[`${TUNNEL}#0`]] });
});

it("has the device of a site know the network without BGP, and what it was told by hand instead", () => {
  const taken = topologyOf(estate({ prefixes: ["192.168.0.0/16"], site: "tunnels: []" }));
  const written = topologyOf(
    estate({ prefixes: ["192.168.0.0/16"], site: tunnel("staticRoutes: [10.0.0.0/8]") }),
  );

  expect(originations(taken, "site/office/edge")).toEqual(["site 192.168.0.0/16", "azure 10.0.0.0/16"]);
  expect(originations(written, "site/office/edge")).toEqual(["site 192.168.0.0/16", "azure 10.0.0.0/8"]);
});

it("runs a session in each tunnel of an active-active gateway, and one between its instances", () => {
  const topology = topologyOf(estate({ gateway: "activeActive: true", bgp: true }));

  expect([...topology.sessions.keys()]).toEqual([`${GATEWAY}#0-1/bgp`, `${TUNNEL}#0/bgp`, `${TUNNEL}#1/bgp`]);
  const [gatewayEnd, deviceEnd] = session(topology, `${TUNNEL}#1/bgp`).ends;
  expect(gatewayEnd).toMatchObject({
    node: `${GATEWAY}#1`,
    learns: { tag: "branch", weight: 32768, limit: { routes: 4000 } },
    sends: { tags: ["network", "static", "peerHost", "branch", "pool"], exceptDefaultRoute: true },
  });
  expect(deviceEnd).toMatchObject({ address: "192.168.9.9", learns: { tag: "azure", weight: 0 } });
});

it.each([
  { gateway: "activeActive: true", tags: ["static", "branch", "pool"] },
  { gateway: "activeActive: false", tags: ["static", "branch", "pool", "peerHost"] },
])("puts $tags into the network where $gateway, as recorded", ({ gateway, tags }) => {
  const topology = topologyOf(estate({ gateway, bgp: true }));

  expect(node(topology, `${GATEWAY}#0`).speaker?.programs[0]?.tags).toEqual(tags);
});

it("does on each path what the device says of it, and breaks what it has no tunnel for", () => {
  const topology = topologyOf(
    estate({
      gateway: "activeActive: true",
      bgp: true,
      site: tunnel("instance: 0, advertises: [192.168.1.0/24], prepend: 5, localPreference: 200"),
    }),
  );

  expect(session(topology, `${TUNNEL}#0/bgp`).ends[1]).toMatchObject({
    learns: { localPreference: 200 },
    sends: { prepend: 5, only: [{ length: 24 }] },
  });
  expect(originations(topology, "site/office/edge")).toContain("site 192.168.1.0/24");
  expect(link(topology, `${TUNNEL}#1`).brokenBecause).toBe("edge has no tunnel to instance 1");
});

it.each([
  { says: "localPreference: 200", weight: 2 },
  { says: "localPreference: 100", weight: 0 },
  { says: "prepend: 1", weight: 0 },
])(
  "weighs a tunnel above the site's circuits where it is given more than every route has: $says",
  ({ says, weight }) => {
    const learned = topologyOf(estate({ bgp: true, site: tunnel(says) }));
    const written = topologyOf(estate({ prefixes: ["192.168.0.0/16"], site: tunnel(says) }));

    expect(session(learned, `${TUNNEL}#0/bgp`).ends[1].learns.weight).toBe(weight);
    const own = node(written, "site/office/edge").speaker?.originates ?? [];
    expect(own.filter(({ tag }) => tag === "azure").map((one) => one.weight)).toEqual([weight]);
  },
);

it("does not carry what Azure reports as not connected", () => {
  const topology = topologyOf(estate({ connection: "connectionStatus: NotConnected" }));

  expect(link(topology, `${TUNNEL}#0`).brokenBecause).toBe("Azure reports to-site as NotConnected");
});

it("sends everything else to the default site", () => {
  const topology = topologyOf(
    estate({ gateway: "gatewayDefaultSite: { id: localNetworkGateways/lng }", prefixes: ["192.168.0.0/16"] }),
  );

  expect(originations(topology, `${GATEWAY}#0`)).toContain("static 0.0.0.0/0");
});

it("translates the site on the device's end and the network on the gateway's", () => {
  const topology = topologyOf(
    estate({
      prefixes: ["192.168.0.0/24"],
      connection:
        "ingressNatRules: [{ id: virtualNetworkGateways/vpn/natRules/in }], egressNatRules: [{ id: virtualNetworkGateways/vpn/natRules/out }]",
      rules: `
          - { name: in, properties: { type: Static, mode: IngressSnat, internalMappings: [{ addressSpace: 192.168.0.0/24 }], externalMappings: [{ addressSpace: 172.30.0.0/24 }] } }
          - { name: out, properties: { type: Static, mode: EgressSnat, internalMappings: [{ addressSpace: 10.0.0.0/16 }], externalMappings: [{ addressSpace: 172.29.0.0/16 }] } }`,
    }),
  );

  const [gatewayEnd, deviceEnd] = link(topology, `${TUNNEL}#0`).ends;
  expect(gatewayEnd.translations).toMatchObject([{ name: "out", dynamic: false }]);
  expect(deviceEnd.translations).toMatchObject([{ name: "in" }]);
  expect(originations(topology, `${GATEWAY}#0`)).toContain("static 172.30.0.0/24");
  expect(originations(topology, "site/lng/lng")).toContain("azure 172.29.0.0/16");
});

it("says what it does not know, and does not fail", () => {
  const unknown = "{ kind: unknown, because: nobody has looked }";
  const topology = topologyOf(
    estate({
      connection: `enableBgp: ${unknown}, routingWeight: ${unknown}`,
      gateway: `activeActive: ${unknown}`,
    }),
  );

  expect(reasons(topology, "assumed")).toEqual(
    expect.arrayContaining([
      "nobody says whether vpn runs active-active; it is taken for active-standby",
      "nobody says whether to-site uses BGP; it is taken not to",
    ]),
  );
  expect(reasons(topology, "notModelled")).toContain(
    "the routing weight of to-site is not known: nobody has looked",
  );
});

interface Wanted {
  readonly gateway?: string;
  readonly connection?: string;
  readonly prefixes?: readonly string[];
  readonly bgp?: boolean;
  readonly site?: string;
  readonly rules?: string;
}

function estate({ gateway, connection, prefixes = [], bgp = false, site, rules }: Wanted): string {
  return `
formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: 10.0.255.0/27 } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: vpn
    properties:
      gatewayType: Vpn
      ${gateway ?? "activeActive: false"}
      bgpSettings: { asn: 64600 }
      natRules: ${rules ?? "[]"}
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
  - type: Microsoft.Network/localNetworkGateways
    name: lng
    properties:
      gatewayIpAddress: 203.0.113.9
      localNetworkAddressSpace: { addressPrefixes: [${prefixes.join(", ")}] }
      ${bgp ? "bgpSettings: { asn: 65010, bgpPeeringAddress: 192.168.9.9 }" : ""}
  - type: Microsoft.Network/connections
    name: to-site
    properties: { connectionType: IPsec, virtualNetworkGateway1: { id: virtualNetworkGateways/vpn }, localNetworkGateway2: { id: localNetworkGateways/lng }, ${bgp ? "enableBgp: true, " : ""}${connection ?? ""} }
${site === undefined ? "" : `sites: [{ name: office, addressPrefixes: [192.168.0.0/16], vpnDevices: [{ name: edge, publicIpAddress: 203.0.113.9, asn: 65010, ${site} }] }]`}
`;
}

function tunnel(terms: string): string {
  return `tunnels: [{ gatewayConnection: connections/to-site, ${terms} }]`;
}

function topologyOf(text: string): Topology {
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}

function links({ links }: Topology): readonly string[] {
  return [...links.keys()];
}

function link({ links }: Topology, id: string): Link {
  return links.get(id) ?? missing(id);
}

function node({ nodes }: Topology, id: string): Node {
  return nodes.get(id) ?? missing(id);
}

function session({ sessions }: Topology, id: string): Session {
  return sessions.get(id) ?? missing(id);
}

function missing(id: string): never {
  throw new Error(`${id} is not there`);
}

function originations(topology: Topology, id: string): readonly string[] {
  const own = node(topology, id).speaker?.originates ?? [];
  return own.map(({ tag, prefix }) => `${tag} ${formatPrefix(prefix)}`);
}

function reasons({ gaps }: Topology, kind: string): readonly string[] {
  return gaps.filter((gap) => gap.kind === kind).map(({ because }) => because);
}
