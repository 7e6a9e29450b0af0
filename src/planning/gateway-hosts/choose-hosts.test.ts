import fc from "fast-check";
import { expect, it } from "vitest";
import { anyHostProblem, risingHostProblem } from "../../../test/oracles/any-host-problem.ts";
import {
  bestHosts,
  brokenRules,
  canBeMet,
  cheapestHosts,
  fewestGateways,
} from "../../../test/oracles/gateway-hosts.ts";
import { chooseHosts } from "./choose-hosts.ts";
import type { HostProblem } from "./host-problem.ts";

const runs = Number(process.env["RUNS"] ?? 1_000);

it.each([
  ["any prices", anyHostProblem],
  ["prices that rise", risingHostProblem],
])("is what trying every host for every network gives, with %s", { timeout: 600_000 }, (_, problems) => {
  fc.assert(
    fc.property(problems, (problem) => {
      const choice = chooseHosts(problem);
      const best = bestHosts(problem);

      if (choice.kind === "impossible") {
        expect(best).toBeUndefined();
        return;
      }
      expect([...choice.hosts]).toEqual(best?.hosts);
      expect(choice.total).toEqual({
        monthly: (best?.units ?? 0) / 10_000,
        isKnown: best?.isKnown,
        gateways: best?.gateways,
      });
      expect(choice.addedPeerings).toHaveLength(best?.added ?? -1);
      expect(choice.method).toBe("exact");
      expect(brokenRules(problem, [...choice.hosts])).toEqual([]);
    }),
    { numRuns: runs },
  );
});

it("loses nothing by choosing parts apart, where everything is priced", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(anyHostProblem, (problem) => {
      const priced: HostProblem = {
        ...problem,
        peerings: problem.peerings.filter(({ price }) => price?.isKnown !== false),
        priceOf(host, demands) {
          const price = problem.priceOf(host, demands);
          return "because" in price ? price : { ...price, isKnown: true };
        },
      };

      const choice = chooseHosts(priced);

      const cheapest = cheapestHosts(priced);
      if (choice.kind === "impossible") {
        expect(cheapest).toBeUndefined();
        return;
      }
      expect([...choice.hosts]).toEqual(cheapest?.hosts ?? []);
      expect(choice.total.monthly).toBe((cheapest?.units ?? 0) / 10_000);
    }),
    { numRuns: runs / 2 },
  );
});

it("makes gateways few where nothing is priced", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(risingHostProblem, (problem) => {
      const unpriced: HostProblem = {
        ...problem,
        priceOf(host, demands) {
          const price = problem.priceOf(host, demands);
          return "because" in price ? price : { isKnown: false, gateways: price.gateways ?? 1 };
        },
      };

      const choice = chooseHosts(unpriced);

      const fewest = fewestGateways(unpriced);
      if (choice.kind === "impossible") {
        expect(fewest).toBeUndefined();
        return;
      }
      expect([...choice.hosts]).toEqual(fewest?.hosts ?? []);
    }),
    { numRuns: runs / 2 },
  );
});

it("does not depend on the order of anything", { timeout: 600_000 }, () => {
  const shuffled = anyHostProblem.chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      networks: shuffle(problem.networks),
      demands: shuffle(problem.demands),
      peerings: shuffle(problem.peerings),
      turned: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ problem, networks, demands, peerings, turned }) => {
      const other = chooseHosts({
        ...problem,
        networks,
        demands,
        peerings: peerings.map(({ between: [a, b], ...rest }) => ({
          ...rest,
          between: turned ? [b, a] : [a, b],
        })),
      });

      expect(other).toEqual(chooseHosts(problem));
    }),
    { numRuns: runs / 2 },
  );
});

function shuffle<T>(all: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length });
}

it("names demands that cannot be met together, and every smaller set can", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(risingHostProblem, (problem) => {
      const choice = chooseHosts(problem);

      fc.pre(choice.kind === "impossible");
      expect(choice.isProven).toBe(true);
      expect(choice.conflict.length).toBeGreaterThan(0);
      expect(canBeMet(problem, choice.conflict)).toBe(false);
      for (const left of choice.conflict) {
        const others = choice.conflict.filter((id) => id !== left);
        expect(canBeMet(problem, others)).toBe(true);
      }
      // Up to three, nothing smaller conflicts either.
      const smaller = subsets(problem.demands.map(({ id }) => id)).filter(
        ({ length }) => length < Math.min(choice.conflict.length, 4),
      );
      for (const ids of smaller) expect(canBeMet(problem, ids)).toBe(true);
    }),
    { numRuns: runs / 4 },
  );
});

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
}
