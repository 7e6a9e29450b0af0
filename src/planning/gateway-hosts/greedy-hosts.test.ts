import fc from "fast-check";
import { expect, it } from "vitest";
import { risingHostProblem } from "../../../test/oracles/any-host-problem.ts";
import { brokenRules } from "../../../test/oracles/gateway-hosts.ts";
import { blockCosts } from "./block-cost.ts";
import { chooseExactly } from "./exact-hosts.ts";
import { chooseGreedily } from "./greedy-hosts.ts";
import { hostOptions } from "./host-options.ts";
import type { HostProblem } from "./host-problem.ts";
import { lowerBound } from "./lower-bound.ts";
import { weigh } from "./measure.ts";
import { indexProblem } from "./problem-index.ts";
import { splitParts } from "./split-parts.ts";

const runs = Number(process.env["RUNS"] ?? 1_000);

function partsOf(problem: HostProblem) {
  const index = indexProblem(problem);
  return splitParts(hostOptions(index, index.demands))
    .filter(({ clients }) => clients.every(({ options }) => options.length > 0))
    .map((part) => ({ part, costOf: blockCosts(part, index) }));
}

it("is legal, never better than the exact choice, and never below the lower bound", {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(risingHostProblem, (problem) => {
      for (const { part, costOf } of partsOf(problem)) {
        const exact = chooseExactly(part, costOf);
        const greedy = chooseGreedily(part, costOf);

        if (exact === "tooLarge") throw new Error("such small parts are within the exact size");
        if (!exact) {
          expect(greedy).toBeUndefined();
          continue;
        }
        for (const by of ["monthly", "gateways"] as const)
          expect(lowerBound(part, costOf, by)).toBeLessThanOrEqual(weigh(exact.cost, by));
        if (!greedy) continue;
        const hosts = part.clients.map(
          ({ name }, client) => [name, part.hosts[greedy.hosts[client] ?? -1]?.name ?? ""] as const,
        );
        const names = new Set(part.clients.map(({ name }) => name));
        const demands = problem.demands.filter(({ network }) => names.has(network));
        expect(brokenRules({ ...problem, demands }, hosts)).toEqual([]);
        const by = exact.cost.isKnown && greedy.cost.isKnown ? "monthly" : "gateways";
        if (by === "monthly" || !exact.cost.isKnown)
          expect(weigh(greedy.cost, by)).toBeGreaterThanOrEqual(weigh(exact.cost, by));
      }
    }),
    { numRuns: runs },
  );
});

it("finds a way in all but one in a hundred of the parts that have one, and the best in most", () => {
  let [all, found, best] = [0, 0, 0];
  for (const problem of fc.sample(risingHostProblem, { numRuns: 2_000, seed: 7 })) {
    for (const { part, costOf } of partsOf(problem)) {
      const exact = chooseExactly(part, costOf);
      if (exact === "tooLarge" || !exact || part.clients.every(({ options }) => options.length < 2)) continue;
      const greedy = chooseGreedily(part, costOf);
      all++;
      if (greedy) found++;
      if (greedy && JSON.stringify(greedy.cost) === JSON.stringify(exact.cost)) best++;
    }
  }

  expect(found / all).toBeGreaterThan(0.99);
  expect(best / all).toBeGreaterThan(0.9);
});
