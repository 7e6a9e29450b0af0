import { expect, it } from "vitest";
import { reservedRanges } from "./reserved-ranges.ts";
import { passes, scenario } from "./scenario.ts";

it("T1: a virtual network alone reaches itself and the internet, and nothing private beside it", () => {
  const alone = scenario("isolated-virtual-network");

  expect(alone.rows("alone/web")).toEqual([
    "Default Active 0.0.0.0/0 Internet",
    "Default Active 10.0.0.0/16 VnetLocal",
    ...reservedRanges.slice(0, 1),
    ...reservedRanges.slice(1),
  ]);
  expect(alone.reach("alone/web 10.0.0.4", "alone/data 10.0.5.5")).toBe("delivered");
  expect(alone.reach("alone/web 10.0.0.4", "internet 10.99.0.1")).toBe("dropped");
  expect(alone.reach("alone/web 10.0.0.4", "internet 8.8.8.8")).toBe("delivered");
});

it("T1: a subnet without any outbound access does not reach the internet", () => {
  const alone = scenario("isolated-virtual-network");

  expect(alone.rowsFor("alone/data", "0.0.0.0/0")).toEqual(["Default Active 0.0.0.0/0 Internet"]);
  expect(alone.reach("alone/data 10.0.5.5", "internet 8.8.8.8")).toBe("dropped");
});

it.each([
  { prefix: "10.0.0.0/8", left: reservedRanges.slice(1), why: "equal to a reserved range" },
  { prefix: "10.0.0.0/7", left: reservedRanges.slice(1), why: "larger than a reserved range" },
  { prefix: "10.0.0.0/16", left: reservedRanges, why: "inside a reserved range" },
])("T1: a network $why takes away what is dropped in it: $prefix", ({ prefix, left }) => {
  const alone = scenario("isolated-virtual-network", { edits: [["10.0.0.0/16", prefix]] });

  expect(alone.rows("alone/web")).toEqual(
    ["Default Active 0.0.0.0/0 Internet", `Default Active ${prefix} VnetLocal`, ...left].toSorted(),
  );
});

const overridden = scenario("documented-overrides");

it("T2: every route that the table overrides is Invalid, and a service endpoint's is not", () => {
  // The page prints the gateway's row with source Default; recorded output has VirtualNetworkGateway.
  expect(overridden.rows("vnet1/subnet1")).toEqual(
    [
      "Default Invalid 10.0.0.0/16 VnetLocal",
      "Default Invalid 10.1.0.0/16 VNetPeering",
      "Default Invalid 10.2.0.0/16 VNetPeering",
      "VirtualNetworkGateway Invalid 10.10.0.0/16 VirtualNetworkGateway 203.0.113.4",
      "Default Invalid 0.0.0.0/0 Internet",
      "Default Active 20.60.0.0/24 VirtualNetworkServiceEndpoint",
      "User Active 10.0.0.0/16 VirtualAppliance 10.0.100.4",
      "User Active 10.0.0.0/24 VnetLocal",
      "User Active 10.1.0.0/16 None",
      "User Active 10.2.0.0/16 None",
      "User Active 10.10.0.0/16 VirtualAppliance 10.0.100.4",
      "User Active 0.0.0.0/0 VirtualAppliance 10.0.100.4",
    ].toSorted(),
  );
});

it("T2: a subnet without a table has every route Active", () => {
  expect(overridden.rows("vnet1/subnet2")).toEqual(
    [
      "Default Active 10.0.0.0/16 VnetLocal",
      "Default Active 10.1.0.0/16 VNetPeering",
      "Default Active 10.2.0.0/16 VNetPeering",
      "VirtualNetworkGateway Active 10.10.0.0/16 VirtualNetworkGateway 203.0.113.4",
      "Default Active 0.0.0.0/0 Internet",
      ...reservedRanges,
    ].toSorted(),
  );
});

it.each([
  { to: "vnet1/subnet1 10.0.0.200", outcome: "delivered", appliance: false },
  { to: "vnet1/subnet2 10.0.1.5", outcome: "delivered", appliance: true },
  { to: "vnet2/web 10.1.0.5", outcome: "dropped", appliance: false },
  { to: "site/office 10.10.0.5", outcome: "delivered", appliance: true },
])("T2: $to is $outcome, through the appliance: $appliance", ({ to, outcome, appliance }) => {
  const trace = overridden.trace("vnet1/subnet1 10.0.0.10", to);

  expect(trace.outcome).toBe(outcome);
  expect(passes(trace.there, "appliance")).toBe(appliance);
});
