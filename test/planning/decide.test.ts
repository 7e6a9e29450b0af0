import { expect, it } from "vitest";
import { roundTripMs } from "../../src/azure/region-latency.ts";
import { planText } from "./plan-text.ts";

const CIRCUIT =
  "/subscriptions/8e9f7a6b-5c4d-4e3f-8a1b-0c9d8e7f6a5b/resourceGroups/rg-wan/providers/Microsoft.Network/expressRouteCircuits/ams";

function decided(connection: string, more = "") {
  const plan = planText(`name: contoso
defaults: { region: westeurope }
virtualNetworks:
  hub: { addressSpace: 10.0.0.0/16 }
  spoke: { addressSpace: 10.1.0.0/16 }
  far: { addressSpace: 10.2.0.0/16, region: eastus2 }
  overlapping: { addressSpace: 10.0.4.0/22 }
  china: { addressSpace: 10.3.0.0/16, region: chinaeast2 }
sites:
  amsterdam: { addressSpace: 192.168.0.0/24 }
  ordered: { addressSpace: 192.168.1.0/24, circuits: [{ provider: Equinix, leadTime: 6 weeks }] }
  there: { addressSpace: 192.168.2.0/24, circuits: [{ existing: ${CIRCUIT} }] }
  office: { addressSpace: 192.168.3.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
  factory:
    addressSpace: 192.168.4.0/24
    vpnDevices: [{ publicIp: 198.51.100.20, asn: 65020 }]
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 2 Gbps, leadTime: 6 weeks }]
p2sUsers: { staff: { count: 10 } }
connections:
  - ${connection}${more}`);
  const [one] = plan.decided;
  if (!one) throw new Error("nothing was decided");
  return {
    ...one.decision,
    chosen: one.kind?.name,
    reasons: one.decision.because.map(({ text }) => text),
    rejectedBecause: Object.fromEntries(
      one.decision.rejected.map(({ kind, because }) => [kind, because.map(({ text }) => text)]),
    ),
    messages: one.diagnostics.map(({ message }) => message),
    place: one.diagnostics[0]?.origin.path.join("."),
  };
}

const HUB_SPOKE = "between: [hub, spoke]";

it.each([
  { connection: `{ ${HUB_SPOKE} }`, why: "nothing is asked" },
  { connection: `{ ${HUB_SPOKE}, needs: { bandwidth: 100 Gbps } }`, why: "much bandwidth" },
  {
    connection: `{ ${HUB_SPOKE}, needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } } }`,
    why: "guaranteed bandwidth",
  },
  { connection: `{ ${HUB_SPOKE}, needs: { internet: forbidden } }`, why: "off the internet" },
  {
    connection: `{ ${HUB_SPOKE}, needs: { sla: 99.99% } }`,
    why: "an SLA, for no gateway stands on the path",
  },
  { connection: `{ ${HUB_SPOKE}, needs: { leadTime: 1 hour } }`, why: "to be ready soon" },
  { connection: `{ ${HUB_SPOKE}, needs: { resilience: zone } }`, why: "resilience" },
  {
    connection: `{ ${HUB_SPOKE}, needs: { encryption: acrossInternet } }`,
    why: "encryption on the internet, which it does not cross",
  },
  {
    connection: `{ ${HUB_SPOKE}, needs: { encryption: byApplication } }`,
    why: "encryption that the user vouches for",
  },
  { connection: "{ between: [hub, far] }", why: "another region" },
])("two networks are peered: $why", ({ connection }) => {
  const decision = decided(connection);

  expect(decision).toMatchObject({
    status: "chosen",
    kind: "virtual-network-peering",
    chosen: "virtual-network-peering",
    messages: [],
  });
  expect(decision.paths).toEqual([{ kind: "virtual-network-peering", role: "primary" }]);
});

it("says why peering is preferred, and why the rest is not", () => {
  const { reasons, rejectedBecause } = decided(`{ ${HUB_SPOKE} }`);

  expect(reasons[0]).toBe("VNet peering meets every need and comes before VPN Gateway VNet-to-VNet.");
  expect(rejectedBecause).toEqual({
    "vnet-to-vnet": ["It meets every need too; VNet peering is preferred."],
  });
});

it("a kind that is named and fits is the person's choice", () => {
  const decision = decided(`{ ${HUB_SPOKE}, kind: virtual-network-peering, needs: { internet: forbidden } }`);

  expect(decision).toMatchObject({ status: "userChose", kind: "virtual-network-peering" });
  expect(decision.reasons[0]).toBe("The file asks for VNet peering by name, and it meets every need.");
  expect(decision.rejectedBecause).toEqual({ "vnet-to-vnet": ["The file asks for another kind by name."] });
});

it.each([
  { connection: `{ ${HUB_SPOKE}, needs: { encryption: betweenNetworks } }`, kind: "vnet-to-vnet" },
  { connection: "{ between: [hub, office] }", kind: "site-to-site" },
  { connection: "{ between: [office, hub], needs: { encryption: betweenNetworks } }", kind: "site-to-site" },
  { connection: "{ between: [hub, factory] }", kind: "site-to-site" },
  {
    connection: "{ between: [hub, factory], needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } } }",
    kind: "expressroute",
  },
  { connection: "{ between: [hub, factory], needs: { internet: forbidden } }", kind: "expressroute" },
  { connection: "{ between: [hub, factory], needs: { sla: 99.95% } }", kind: "expressroute" },
  {
    connection: "{ between: [hub, there], needs: { internet: forbidden, leadTime: 1 day } }",
    kind: "expressroute",
  },
  { connection: "{ between: [staff, hub] }", kind: "point-to-site" },
])("plans a gateway where the needs ask for one: $kind for $connection", ({ connection, kind }) => {
  const decision = decided(connection);

  expect(decision).toMatchObject({ status: "chosen", kind, chosen: kind, messages: [] });
  expect(decision.paths).toMatchObject([{ kind, role: "primary", sku: expect.any(String) }]);
});

it("a gateway kind that is named is the person's choice", () => {
  expect(decided(`{ ${HUB_SPOKE}, kind: vnet-to-vnet }`)).toMatchObject({
    status: "userChose",
    chosen: "vnet-to-vnet",
    rejectedBecause: { "virtual-network-peering": ["The file asks for another kind by name."] },
  });
});

it("a circuit whose loss must be survived has a VPN behind it", () => {
  const decision = decided("{ between: [hub, factory], needs: { resilience: circuit } }");

  expect(decision).toMatchObject({ status: "chosen", kind: "expressroute", messages: [] });
  expect(decision.paths.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
    "expressroute primary",
    "site-to-site backup",
  ]);
});

it("no VPN stands behind a circuit where the internet is forbidden", () => {
  const decision = decided(
    "{ between: [hub, factory], needs: { resilience: circuit, internet: forbidden } }",
  );

  expect(decision.messages[0]).toContain("no kind of connection meets all of its needs");
});

it.each([
  {
    connection: `{ ${HUB_SPOKE}, kind: virtual-network-peering, needs: { encryption: betweenNetworks } }`,
    says: "VNet peering does not encrypt",
    place: "connections.0.needs.encryption",
  },
  {
    connection: `{ ${HUB_SPOKE}, needs: { resilience: region } }`,
    says: "To survive the loss of a region is asked for.",
    place: "connections.0.needs.resilience",
  },
  {
    connection: `{ ${HUB_SPOKE}, needs: { inspect: firewall } }`,
    says: "cannot plan a firewall yet",
    place: "connections.0.needs.inspect",
  },
  {
    connection: `{ ${HUB_SPOKE}, via: hub }`,
    says: "To go through hub is asked for, and VNet peering joins its two ends directly.",
    place: "connections.0.via",
  },
  {
    connection: `{ ${HUB_SPOKE}, kind: site-to-site }`,
    says: "Site-to-Site VPN joins a virtual network and a site; hub and spoke are two virtual networks.",
    place: "connections.0.kind",
  },
  {
    connection: "{ between: [staff, amsterdam], kind: point-to-site }",
    says: "Point-to-Site VPN joins a virtual network and a group of users; staff is a group of users and amsterdam is a site.",
    place: "connections.0.kind",
  },
  {
    connection: "{ between: [amsterdam, ordered] }",
    says: "amsterdam and ordered are connected to no virtual network of this file",
    place: "connections.0",
  },
  {
    connection: "{ between: [hub, amsterdam] }",
    says: "amsterdam has no VPN device at which a tunnel could end.",
    place: "sites.amsterdam",
  },
  {
    connection: "{ between: [hub, amsterdam], needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } } }",
    says: "no kind of connection meets all of its needs",
    place: "connections.0.needs",
  },
  {
    connection: "{ between: [hub, overlapping] }",
    says: "share 10.0.4.0/22",
    place: "virtualNetworks.overlapping.addressSpace",
  },
  {
    connection: "{ between: [hub, overlapping], kind: virtual-network-peering }",
    says: "share 10.0.4.0/22",
    place: "virtualNetworks.overlapping.addressSpace",
  },
  {
    connection: "{ between: [hub, china], kind: virtual-network-peering }",
    says: "different Azure clouds",
    place: "connections.0",
  },
  {
    connection: "{ between: [hub, ordered], needs: { internet: forbidden, leadTime: 2 weeks } }",
    says: "no kind of connection meets all of its needs",
    place: "connections.0.needs",
  },
  {
    connection: "{ between: [hub, amsterdam], needs: { internet: forbidden, leadTime: 2 weeks } }",
    says: "no kind of connection meets all of its needs",
    place: "connections.0.needs",
  },
])("is impossible, at the place to change: $connection", ({ connection, says, place }) => {
  const decision = decided(connection);

  expect(decision).toMatchObject({ status: "impossible", chosen: undefined });
  expect(decision.messages).toEqual([expect.stringContaining(says)]);
  expect(decision.place).toBe(place);
});

it("latency between regions is held against the published figure", () => {
  const published = roundTripMs("westeurope", "eastus2") ?? Number.NaN;

  const met = decided(`{ between: [hub, far], needs: { latency: ${Math.ceil(published) + 1} ms } }`);
  const unmet = decided(
    `{ between: [hub, far], kind: virtual-network-peering, needs: { latency: ${Math.floor(published) - 1} ms } }`,
  );

  expect(met.status).toBe("chosen");
  expect(unmet.status).toBe("impossible");
  expect(unmet.messages[0]).toContain(`the median round trip is ${published} ms`);
});

it("latency that nobody publishes is met as far as is known, and said not to be confirmed", () => {
  const decision = decided(`{ ${HUB_SPOKE}, needs: { latency: 2 ms } }`);

  expect(decision.status).toBe("chosen");
  expect(decision.reasons.at(-1)).toContain(
    "A round trip of 2 ms at most is asked for and cannot be confirmed.",
  );
});

it("settings that do not fit are reported, and nothing is built", () => {
  const decision = decided(`{ ${HUB_SPOKE}, settings: { gatewayTransit: hub } }`);

  expect(decision.chosen).toBeUndefined();
  expect(decision.messages).toHaveLength(1);
});
