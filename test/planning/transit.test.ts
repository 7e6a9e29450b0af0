import { expect, it } from "vitest";
import { findingsOf, planText } from "./plan-text.ts";

const FILE = `
name: contoso
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks:
  hub: { role: hub, size: /22 }
  far: { role: hub, size: /22 }
  orders: { size: /23 }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
  delft: { addressSpace: 192.168.2.0/24, vpnDevices: [{ publicIp: 198.51.100.20, asn: 65020 }] }
  plain: { addressSpace: 192.168.3.0/24, vpnDevices: [{ publicIp: 198.51.100.30 }] }
  plant: { addressSpace: 192.168.4.0/24, circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps }] }
  mill: { addressSpace: 192.168.5.0/24, circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps }] }
p2sUsers:
  staff: { count: 40, os: windows, authentication: certificate }
  guests: { count: 40, os: windows, authentication: certificate }
connections:
`;
const planOf = (connections: string, more = "") =>
  planText(`${FILE}${connections.replace(/^ +-/gm, "  -")}\n${more}`);

function answerOf(plan: ReturnType<typeof planOf>, name: string) {
  const decision = plan.decided.find(({ wish }) => wish.name === name)?.decision;
  if (!decision) throw new Error(`${name} was not decided`);
  return decision;
}

const joins = (all: string, pair: string) => `  - between: [hub, [${all}]]\n  - between: [${pair}]`;

it.each([
  ["two sites with BGP", "utrecht, delft", "Transit through the gateway of hub"],
  ["users and a site with BGP", "staff, utrecht", "Transit through the gateway of hub"],
  ["a circuit and a VPN with BGP", "plant, utrecht", "Transit through the Route Server of hub"],
])("serves %s", (_what, pair, title) => {
  const plan = planOf(joins(pair, pair));
  const decision = answerOf(plan, pair.replace(", ", " - "));

  expect(findingsOf(plan)).toEqual([]);
  expect(decision).toMatchObject({ status: "chosen", title, via: "hub" });
  expect(decision.paths.map(({ via, role }) => [via, role])).toEqual([
    ["hub", "primary"],
    ["hub", "primary"],
  ]);
  expect(decision.paths.every(({ sku }) => sku !== undefined)).toBe(true);
  expect(decision.because.some(({ source }) => source?.startsWith("https://"))).toBe(true);
});

it.each([
  ["a site without BGP", "utrecht, plain", /hub - plain runs without BGP/],
  ["users and a site without BGP", "staff, plain", /Users reach what is behind a further tunnel .* only/],
  ["a circuit and a site without BGP", "plant, plain", /hub - plain runs without BGP/],
  ["two circuits", "plant, mill", /Global Reach is the product/],
  ["users and a circuit", "staff, plant", /with a Route Server or without/],
])("refuses %s", (_what, pair, says) => {
  const plan = planOf(joins(pair, pair));

  expect(answerOf(plan, pair.replace(", ", " - "))).toMatchObject({ status: "impossible", paths: [] });
  expect(findingsOf(plan)).toEqual([expect.stringMatching(says)]);
  expect(plan.gateways.facilities.map(({ facility }) => facility)).not.toContain("route-server");
});

it("refuses two that come in at different networks, or at another one than via names", () => {
  const apart = planOf(
    "  - between: [hub, utrecht]\n  - between: [far, delft]\n  - between: [utrecht, delft]",
  );
  const elsewhere = planOf(`${joins("utrecht, delft", "utrecht, delft")}\n    via: far`);

  expect(findingsOf(apart)).toEqual([expect.stringContaining("utrecht comes in at hub, and delft at far")]);
  expect(findingsOf(elsewhere)).toEqual([expect.stringContaining("via asks for far")]);
});

it("meets at a hub that spokes use, although nobody connects the hub itself", () => {
  const plan = planOf(
    "  - between: [hub, orders]\n  - between: [orders, [utrecht, delft]]\n  - between: [utrecht, delft]",
  );

  expect(findingsOf(plan)).toEqual([]);
  expect(answerOf(plan, "utrecht - delft").via).toBe("hub");
});

it("joins no two groups of users", () => {
  const plan = planOf(joins("staff, guests", "staff, guests"));

  expect(findingsOf(plan)).toEqual([expect.stringContaining("no kind of connection joins these")]);
});

function skuWith(needs: string): string | undefined {
  const { gateways } = planOf(`${joins("utrecht, delft", "utrecht, delft")}\n    needs: { ${needs} }`);
  return gateways.facilities[0]?.sku;
}

it("counts its bandwidth at the gateway once for each way in", () => {
  expect(skuWith("bandwidth: 300 Mbps")).toBe("VpnGw1AZ");
  expect(skuWith("bandwidth: 400 Mbps")).toBe("VpnGw2AZ");
});

it("holds its needs against both ways in", () => {
  const plan = planOf(`${joins("plant, utrecht", "plant, utrecht")}\n    needs: { internet: forbidden }`);

  expect(findingsOf(plan)).toEqual([expect.stringContaining("To stay off the internet is asked for")]);
});

it("finds that two are to be isolated whom a connection joins, and whom a Route Server joins by the way", () => {
  const plan = planOf(
    joins("plant, utrecht, delft, staff", "plant, utrecht"),
    "isolate: [[plant, utrecht], [plant, delft], [plant, staff]]",
  );

  expect(findingsOf(plan)).toEqual([
    "intent/isolated-connection: plant and utrecht are to be isolated, and a connection joins them.",
    "intent/isolated-connection: plant and delft are to be isolated, and hub-route-server joins the gateways at which they come in.",
  ]);
});

it("keeps the ASN that a Route Server asks for, or says who needs another", () => {
  const plan = planOf(
    `${joins("plant, utrecht", "plant, utrecht")}\n  - between: [hub, far]\n    kind: vnet-to-vnet\n    settings: { bgp: true }`,
  );

  expect(findingsOf(plan)).toEqual([
    expect.stringContaining("needs a VPN gateway of ASN 65515, which another gateway"),
  ]);
});

it("is not served where no gateway can be planned, and says why", () => {
  const plan = planOf(
    `${joins("utrecht, delft", "utrecht, delft")}\n  - between: [far, utrecht]\n    needs: { bandwidth: 9 Gbps }\n    sku: VpnGw1AZ`,
  );

  expect(plan.gateways.diagnostics).not.toEqual([]);
  expect(answerOf(plan, "utrecht - delft")).toMatchObject({ status: "impossible", paths: [] });
});

it("takes many sites among each other in little time", () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const sites = names.map(
    (name, index) =>
      `  ${name}: { addressSpace: 192.168.${index + 20}.0/24, vpnDevices: [{ publicIp: 203.0.113.${index + 1}, asn: ${64600 + index} }] }`,
  );
  const text = FILE.replace("p2sUsers:", `${sites.join("\n")}\np2sUsers:`);
  const plan = planText(
    `${text}  - between: [hub, [${names.join(", ")}]]\n  - mesh: [${names.join(", ")}]\n`,
  );

  expect(findingsOf(plan)).toEqual([]);
  expect(plan.decided.filter(({ decision }) => decision.title?.startsWith("Transit"))).toHaveLength(780);
});
