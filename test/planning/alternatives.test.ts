import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import { readDocument } from "../../src/source/index.ts";

function designOf(traffic: string, prefer = "checklist") {
  const text = [
    "name: two",
    `prefer: ${prefer}`,
    "defaults: { region: westeurope }",
    "addressSpace: 10.64.0.0/12",
    "virtualNetworks: { orders: { size: /23 }, billing: { size: /23 } }",
    "connections:",
    "  - between: [orders, billing]",
    `    needs: { traffic: { there: ${traffic}, back: ${traffic} } }`,
  ].join("\n");
  const answer = design(readDocument("network.yaml", text), { reconsider: false }).design;
  const [decision] = answer?.decisions ?? [];
  if (!answer || !decision) throw new Error("the test's file gives no design");
  return { decision, total: answer.price.monthly?.amount };
}

it("says what the whole design would cost with a kind that was passed over", () => {
  const { decision, total } = designOf("20 GB");

  expect(decision.kind).toBe("virtual-network-peering");
  expect(total).toBe(0.8);
  expect(decision.rejected).toMatchObject([
    { kind: "vnet-to-vnet", designMonthly: { amount: 343.1, atLeast: false } },
  ]);
});

it.each([
  { traffic: "20 GB", kind: "virtual-network-peering", why: "two gateways cost more than forty gigabytes" },
  {
    traffic: "20 TB",
    kind: "vnet-to-vnet",
    why: "peering bills every gigabyte, and gateways of one region none",
  },
])("prefers the cheaper kind where cost is to decide: $why", ({ traffic, kind }) => {
  const { decision } = designOf(traffic, "cost");

  expect(decision).toMatchObject({ kind, status: "chosen" });
});

it("keeps the checklist where nothing is said of cost, whatever it costs", () => {
  expect(designOf("20 TB").decision.kind).toBe("virtual-network-peering");
});

it("a connection never adds less than nothing, where the size that it forces has no known price", () => {
  const text = `name: grown
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks: { hub: { role: hub, size: /22 }, orders: { size: /23 } }
sites:
  plant:
    addressSpace: 192.168.0.0/24
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 2 Gbps, leadTime: 6 weeks }]
connections:
  - between: [hub, orders]
  - between: [[hub, orders], plant]
    needs: { bandwidth: { atLeast: 1 Gbps, guaranteed: true } }
`;
  const { design: made } = design(readDocument("network.yaml", text), { reconsider: false });
  const toPlant = made?.decisions.filter(({ kind }) => kind === "expressroute") ?? [];

  expect(toPlant.map(({ sku }) => sku)).toEqual(["ErGw2AZ", "ErGw2AZ"]);
  expect(toPlant.map(({ monthly }) => monthly)).toMatchObject([
    { amount: 0, atLeast: true },
    { amount: 0, atLeast: true },
  ]);
});
