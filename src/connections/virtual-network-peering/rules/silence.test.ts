import { expect, it } from "vitest";
import { indexEstate } from "../../../model/estate-index.ts";
import { readEstate } from "../../../readers/estate/read-estate.ts";
import { runRules } from "../../../rules/run-rules.ts";
import { readDocument } from "../../../source/index.ts";
import { rules } from "./index.ts";

const UNKNOWN = "{ kind: unknown, because: a parameter without a value }";

it.each([
  {
    reason: "a remote network that only exists elsewhere may have its half, its gateway and its subnets",
    networks: [
      network("hub", { existing: true }),
      network("spoke", { to: "hub", half: "useRemoteGateways: true" }),
    ],
  },
  {
    reason: "a remote network that is not in the estate may have all of that too",
    networks: [network("spoke", { to: "hub", half: "useRemoteGateways: true" })],
  },
  {
    reason: "a half whose remote network is unknown may be the missing one",
    networks: [network("hub", { to: "spoke" }), network("spoke", { remote: UNKNOWN })],
  },
  {
    reason: "unknown peerings may hold the missing half",
    networks: [
      network("hub", { to: "spoke" }),
      network("spoke", { more: `virtualNetworkPeerings: ${UNKNOWN}` }),
    ],
  },
  {
    reason: "unknown subnets may hold a GatewaySubnet",
    networks: [
      network("hub", { to: "spoke", half: "allowGatewayTransit: true", more: `subnets: ${UNKNOWN}` }),
      network("spoke", { to: "hub", half: "useRemoteGateways: true" }),
    ],
  },
  {
    reason: "unknown flags may be as they ought to be",
    networks: [
      network("hub", {
        to: "spoke",
        half: `allowGatewayTransit: ${UNKNOWN}, allowVirtualNetworkAccess: ${UNKNOWN}`,
        more: "subnets: [{ name: GatewaySubnet }]",
      }),
      network("spoke", { to: "hub", half: "useRemoteGateways: true" }),
    ],
  },
  {
    reason: "an unknown type of peering may be subnet peering, which takes networks that overlap",
    networks: [
      network("hub", { to: "spoke", half: `peerCompleteVnets: ${UNKNOWN}`, space: "10.0.0.0/22" }),
      network("spoke", { to: "hub", half: `peerCompleteVnets: ${UNKNOWN}`, space: "10.0.0.0/22" }),
    ],
  },
  {
    reason: "the first half alone is always Initiated and not in sync",
    networks: [
      network("hub", { to: "spoke", half: "peeringState: Initiated, peeringSyncLevel: RemoteNotInSync" }),
    ],
  },
  {
    reason: "a spoke to which no route leads through an appliance needs no forwarded traffic",
    networks: [
      network("hub", { to: "spoke" }),
      network("spoke", { to: "hub", half: "allowForwardedTraffic: false" }),
    ],
  },
  {
    reason: "two spokes of different hubs never meet, and may share addresses",
    networks: [
      network("orders", { to: "hub", space: "10.0.0.0/22" }),
      network("analytics", { to: "second-hub", space: "10.0.0.0/22" }),
    ],
  },
])("keeps quiet: $reason", ({ networks }) => {
  expect(findingsIn(networks)).toEqual([]);
});

it("says of a spoke that meets another in two hubs only once that they overlap", () => {
  expect(findingsIn([twice("orders"), twice("analytics")])).toEqual([
    "analytics uses 10.0.0.0/22, which overlaps 10.0.0.0/22 of orders; both are peered with one and two.",
  ]);
});

interface Content {
  readonly existing?: true;
  readonly space?: string;
  readonly to?: string;
  readonly remote?: string;
  readonly half?: string;
  readonly more?: string;
}

function network(name: string, { existing, space, to, remote, half, more }: Content): string {
  const id = remote ?? `virtualNetworks/${to}`;
  const isPeered = to !== undefined || remote !== undefined;
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    ${existing ? "existing: true" : ""}
    properties:
      addressSpace: { addressPrefixes: [${space ?? ""}] }
      ${more ?? ""}
      ${isPeered ? `virtualNetworkPeerings: [{ name: peer, properties: { remoteVirtualNetwork: { id: ${id} }, ${half ?? ""} } }]` : ""}`;
}

/** A spoke of two hubs. */
function twice(name: string): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/22] }
      virtualNetworkPeerings:
        - { name: one, properties: { remoteVirtualNetwork: { id: virtualNetworks/one } } }
        - { name: two, properties: { remoteVirtualNetwork: { id: virtualNetworks/two } } }`;
}

function findingsIn(networks: readonly string[]): readonly string[] {
  const document = readDocument("a.estate.yaml", `formatVersion: 1\nresources:${networks.join("")}`);
  const { estate, diagnostics } = readEstate(document);
  expect([...document.problems, ...diagnostics]).toEqual([]);

  return runRules(rules, indexEstate(estate)).map(({ message }) => message);
}
