import { expect, it } from "vitest";
import type { LabPlan } from "../../src/lab/lab-plan.ts";
import { planLab } from "../../src/lab/plan/plan-lab.ts";
import { askedOf } from "../mutants/asked.ts";

it("a load balancer's own address is that of all of its backends", () => {
  const lines = planOf("balanced-in-peered-subnet").namespaces.flatMap(({ ip }) => ip);

  expect(lines.filter((line) => line === "addr add 10.0.2.100/32 dev lo")).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith("route add 10.0.2.100/32 "))).toEqual([
    expect.stringMatching(/ table \d+ nexthop dev \S+ nexthop dev \S+$/),
  ]);
});

it("nobody tells of what needs a tunnel that is broken by itself", () => {
  const said = planOf("tunnel-reported-down").daemons.flatMap(({ files }) => files.map(({ text }) => text));

  expect(said.some((text) => text.includes("route 10.1.0.0/16 "))).toBe(true);
  expect(said.filter((text) => text.includes("route 0.0.0.0/1 "))).toEqual([]);
});

function planOf(name: string): LabPlan {
  return planLab(askedOf(name, 0).topology, { timers: "fast", keys: (link) => `a key for ${link}` });
}
