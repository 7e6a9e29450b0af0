import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Link, Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network/virtualnetworks";
const A_HALF = `${SCOPE}/a/virtualnetworkpeerings/to-b`;
const B_HALF = `${SCOPE}/b/virtualnetworkpeerings/to-a`;

it("joins two halves to one link that needs both, each end with its own network's flags", () => {
  const topology = topologyOf(
    network("b", "10.2.0.0/16", "a", "allowForwardedTraffic: true"),
    network("a", "10.1.0.0/16", "b", "allowVirtualNetworkAccess: false"),
  );

  const { ends, ...link } = onlyLink(topology);
  expect(link).toMatchObject({
    id: A_HALF,
    medium: "backbone",
    crossesInternet: false,
    needs: [[A_HALF], [B_HALF]],
  });
  expect(link).not.toHaveProperty("brokenBecause");
  expect([...ends].sort((a, b) => (a.node < b.node ? -1 : 1))).toMatchObject([
    { node: `${SCOPE}/a`, sends: false, acceptsForwarded: false },
    { node: `${SCOPE}/b`, sends: true, acceptsForwarded: true },
  ]);
  expect(peeringRows(topology, "a")).toEqual(["10.2.0.0/16"]);
  expect(peeringRows(topology, "b")).toEqual(["10.1.0.0/16"]);
});

it.each([
  { flags: "peeringState: Disconnected", why: "the peering to-b is Disconnected" },
  { flags: "peeringState: Initiated", why: "the peering to-b is Initiated" },
])("has no routes, and says why, where $why", ({ flags, why }) => {
  const topology = topologyOf(network("a", "10.1.0.0/16", "b", flags), network("b", "10.2.0.0/16", "a"));

  expect(onlyLink(topology).brokenBecause).toBe(why);
  expect(peeringRows(topology, "a")).toEqual([]);
  expect(peeringRows(topology, "b")).toEqual([]);
});

it("has no routes where the other half is missing, whatever this one says of itself", () => {
  const topology = topologyOf(
    network("a", "10.1.0.0/16", "b", "peeringState: Connected"),
    network("b", "10.2.0.0/16"),
  );

  expect(onlyLink(topology).brokenBecause).toBe("b has no peering back");
  expect(peeringRows(topology, "a")).toEqual([]);
});

it("follows the ranges that a half knows until it is synced", () => {
  const stale = "remoteAddressSpace: { addressPrefixes: [10.2.0.0/17] }";
  const topology = topologyOf(network("a", "10.1.0.0/16", "b", stale), network("b", "10.2.0.0/16", "a"));

  expect(peeringRows(topology, "a")).toEqual(["10.2.0.0/17"]);
});

it("carries named subnets only, from named subnets only, though every local subnet has the routes", () => {
  const topology = topologyOf(
    network("a", "10.1.0.0/16", "b", namedSubnets("one", "TWO")),
    network("b", "10.2.0.0/16", "a", namedSubnets("two", "one")),
  );

  expect(peeringRows(topology, "a")).toEqual(["10.2.1.0/24"]);
  const [end] = onlyLink(topology).ends;
  expect(end.sendsFrom?.map(formatPrefix)).toEqual(["10.1.0.0/24"]);
});

it("leads to a network outside the estate by the ranges that the half knows, and says that it is not here", () => {
  const flags = "peeringState: Connected, remoteAddressSpace: { addressPrefixes: [10.2.0.0/16] }";
  const topology = topologyOf(network("a", "10.1.0.0/16", "b", flags));

  expect(topology.links.size).toBe(0);
  expect(topology.nodes.get(`${SCOPE}/b`)?.prefixes.map(formatPrefix)).toEqual(["10.2.0.0/16"]);
  expect(peeringRows(topology, "a")).toEqual(["10.2.0.0/16"]);
  expect(topology.gaps).toMatchObject([
    { kind: "notModelled", because: "b with 10.2.0.0/16 is not in the estate: what is in it nobody knows" },
  ]);
});

it("names the gateways outside the estate that a network uses", () => {
  const flags = "useRemoteGateways: true, remoteAddressSpace: { addressPrefixes: [10.2.0.0/16] }";
  const { gaps } = topologyOf(network("a", "10.1.0.0/16", "b", flags));

  expect(gaps.map(({ because }) => because)).toContain(
    "a uses the gateways of b, and what those have learned is not in the estate",
  );
});

it("names what it does not know, and goes on", () => {
  const unknown = "{ kind: unknown, because: it is a parameter }";
  const topology = topologyOf(
    network("a", unknown, "b", `allowForwardedTraffic: ${unknown}`),
    network("b", "10.2.0.0/16", "a"),
  );

  expect(topology.gaps.map(({ because }) => because)).toEqual([
    "the address space of a is not known: it is a parameter",
    "the range of a/one is not known: it is a parameter",
    "allowForwardedTraffic of the peering to-b is not known: it is a parameter",
  ]);
  expect(peeringRows(topology, "a")).toEqual(["10.2.0.0/16"]);
});

function namedSubnets(local: string, remote: string): string {
  return `peerCompleteVnets: false, localSubnetNames: [${local}], remoteSubnetNames: [${remote}]`;
}

function network(name: string, prefix: string, peer?: string, flags = ""): string {
  const peering = `{ name: to-${peer}, properties: { remoteVirtualNetwork: { id: virtualNetworks/${peer} }, ${flags} } }`;
  const subnet = prefix.replace(/0\.0\/16$/, "");
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    properties:
      addressSpace: { addressPrefixes: [${prefix}] }
      subnets:
        - { name: one, properties: { addressPrefix: ${prefix.startsWith("{") ? prefix : `${subnet}0.0/24`} } }
        - { name: two, properties: { addressPrefix: ${prefix.startsWith("{") ? "10.9.0.0/24" : `${subnet}1.0/24`} } }
      virtualNetworkPeerings: [${peer === undefined ? "" : peering}]`;
}

function topologyOf(...networks: readonly string[]): Topology {
  const text = `formatVersion: 1\nresources:\n${networks.join("\n")}\n`;
  const { estate, diagnostics } = readEstate(readDocument("t.estate.yaml", text));
  expect(diagnostics).toEqual([]);
  return buildTopology(indexEstate(estate));
}

function onlyLink({ links }: Topology): Link {
  const [link, ...others] = links.values();
  if (!link || others.length > 0) throw new Error(`${links.size} links`);
  return link;
}

function peeringRows({ tables }: Topology, name: string): readonly string[] {
  const layers = tables.get(`${SCOPE}/${name}/subnets/two/routes`)?.layers ?? [];
  return layers
    .flatMap(({ rows }) => rows)
    .filter(({ nextHopType }) => nextHopType === "VNetPeering")
    .map(({ prefix }) => formatPrefix(prefix));
}
