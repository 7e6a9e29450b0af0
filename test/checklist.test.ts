import { expect, it } from "vitest";
import { design } from "../src/design.ts";
import { readDocument } from "../src/source/index.ts";

/** One file with every sort of end; each row below asks for one connection in it. */
function answer(connection: string) {
  const text = `name: checklist
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks:
  hub: { size: /22 }
  orders: { size: /23 }
  far: { size: /23, region: eastus2 }
  twin: { addressSpace: 10.64.100.0/24 }
  copy: { addressSpace: 10.64.100.0/25 }
sites:
  office: { addressSpace: 192.168.0.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010, bgpPeeringAddress: 192.168.0.1 }] }
  plant:
    addressSpace: 192.168.1.0/24
    vpnDevices: [{ publicIp: 198.51.100.20, asn: 65020, bgpPeeringAddress: 192.168.1.1 }]
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps, leadTime: 6 weeks }]
p2sUsers: { staff: { count: 100, maxConcurrent: 40, os: [windows], authentication: certificate } }
connections:
  - ${connection}
`;
  const { design: made, diagnostics } = design(readDocument("network.yaml", text), { reconsider: false });
  const [decision] = made?.decisions ?? [];
  if (!made || !decision) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { made, decision, errors: diagnostics.filter(({ severity }) => severity === "error") };
}

/** The four answers of the checklist. */
it.each([
  {
    asks: "the lowest latency and the highest bandwidth in Azure",
    kind: "virtual-network-peering",
    connection: "{ between: [hub, orders] }",
  },
  {
    asks: "encryption across networks",
    kind: "vnet-to-vnet",
    connection: "{ between: [hub, orders], needs: { encryption: betweenNetworks } }",
  },
  {
    asks: "private, high bandwidth, an SLA",
    kind: "expressroute",
    connection:
      "{ between: [hub, plant], needs: { internet: forbidden, sla: 99.95%, bandwidth: { atLeast: 500 Mbps, guaranteed: true } } }",
  },
  { asks: "remote persons", kind: "point-to-site", connection: "{ between: [staff, hub] }" },
])("$asks: $kind", ({ kind, connection }) => {
  const { decision, errors } = answer(connection);

  expect(errors).toEqual([]);
  expect(decision.kind).toBe(kind);
  expect(decision.because.length).toBeGreaterThan(0);
  expect(decision.because.slice(1).every(({ text }) => /[.)]$/.test(text))).toBe(true);
});

it("a site is never reached by the way for single devices", () => {
  const { decision, errors } = answer("{ between: [hub, office], kind: point-to-site }");

  expect(decision.status).toBe("impossible");
  expect(errors).toHaveLength(1);
});

it("overlap is refused, and the ways out are named", () => {
  const { errors } = answer("{ between: [twin, copy] }");

  expect(errors).toHaveLength(1);
  expect(errors[0]?.hint).toMatch(/another range.*subnet peering.*NAT/);
});

/** Every pro and con of each kind, as what its presence or absence does to a need. */
it.each([
  {
    kind: "virtual-network-peering",
    pro: "direct over the backbone",
    connection: "{ between: [hub, far], needs: { internet: forbidden } }",
  },
  {
    kind: "virtual-network-peering",
    pro: "no gateway, and so no bound of one",
    connection: "{ between: [hub, far], needs: { bandwidth: 100 Gbps } }",
  },
  {
    kind: "virtual-network-peering",
    pro: "there in seconds",
    connection: "{ between: [hub, orders], needs: { leadTime: 1 hour } }",
  },
  {
    kind: "vnet-to-vnet",
    pro: "public addresses, yet Microsoft's backbone",
    connection: "{ between: [hub, far], needs: { internet: forbidden, encryption: betweenNetworks } }",
  },
  {
    kind: "vnet-to-vnet",
    pro: "an SLA of the gateway",
    connection: "{ between: [hub, far], needs: { sla: 99.95%, encryption: betweenNetworks } }",
  },
  { kind: "site-to-site", pro: "quick", connection: "{ between: [hub, plant], needs: { leadTime: 1 day } }" },
  {
    kind: "site-to-site",
    pro: "encrypted",
    connection: "{ between: [hub, office], needs: { encryption: betweenNetworks } }",
  },
  {
    kind: "expressroute",
    pro: "private",
    connection: "{ between: [hub, plant], needs: { internet: forbidden } }",
  },
  {
    kind: "expressroute",
    pro: "predictable",
    connection: "{ between: [hub, plant], needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } } }",
  },
  { kind: "expressroute", pro: "an SLA", connection: "{ between: [hub, plant], needs: { sla: 99.95% } }" },
  {
    kind: "point-to-site",
    pro: "encrypted from the device",
    connection: "{ between: [staff, hub], needs: { encryption: betweenNetworks } }",
  },
])("for $kind: $pro", ({ kind, connection }) => {
  const { decision, errors } = answer(connection);

  expect(errors).toEqual([]);
  expect(decision.kind).toBe(kind);
});

it.each([
  {
    kind: "virtual-network-peering",
    con: "not encrypted",
    connection: "{ between: [hub, orders], needs: { encryption: betweenNetworks } }",
  },
  {
    kind: "vnet-to-vnet",
    con: "bandwidth of the SKU",
    connection: "{ between: [hub, orders], needs: { bandwidth: 20 Gbps } }",
  },
  {
    kind: "vnet-to-vnet",
    con: "shared with others",
    connection: "{ between: [hub, orders], needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } } }",
  },
  {
    kind: "site-to-site",
    con: "crosses the internet",
    connection: "{ between: [hub, plant], needs: { internet: forbidden } }",
  },
  {
    kind: "site-to-site",
    con: "variable throughput",
    connection: "{ between: [hub, plant], needs: { bandwidth: { atLeast: 100 Mbps, guaranteed: true } } }",
  },
  { kind: "expressroute", con: "needs a provider", connection: "{ between: [hub, office] }" },
  {
    kind: "expressroute",
    con: "lead time",
    connection: "{ between: [hub, plant], needs: { leadTime: 1 week } }",
  },
])("against $kind: $con", ({ kind, connection }) => {
  const { decision } = answer(connection);

  expect(decision.kind).not.toBe(kind);
  expect(decision.rejected.find((entry) => entry.kind === kind)?.because.length).toBeGreaterThan(0);
});
