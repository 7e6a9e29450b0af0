import { expect, it } from "vitest";
import { analyse } from "../../src/analyse.ts";
import { features } from "../oracles/any-topology/parts.ts";
import { smallest, summaryOf, topologyEstate } from "../oracles/any-topology-estate.ts";
import { type Twin, twinsOf } from "./twins.ts";

/** `TWINS=5000` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env.TWINS ?? 150);
const first = Number(process.env.TWINS_FROM ?? 1);
const questions = 5;

it(
  "sends packets the way that the walker goes",
  () => {
    let asked = 0;
    for (let seed = first; seed < first + count; seed += 1) {
      const wish = { seed, size: 1 + (seed % 2) };
      const twins = twinsOf(topologyEstate(wish), seed, questions);
      asked += twins.length;
      const [apart] = twins.filter(differs);
      if (!apart) continue;

      const estate = smallest(wish, (smaller) => twinsOf(smaller, seed, questions).some(differs));
      const [still = apart] = twinsOf(estate, seed, questions).filter(differs);
      expect.fail(`seed ${seed}: ${tell(apart)}\n\nsmallest: ${tell(still)}\n\n${summaryOf(estate)}`);
    }
    expect(asked).toBeGreaterThan(count * questions);
  },
  10_000 + count * 1000,
);

function differs({ tracer, walker }: Twin): boolean {
  return tracer !== walker;
}

function tell({ question, tracer, walker }: Twin): string {
  return `${question}\n\ntracer: ${tracer}\n\nwalker: ${walker}`;
}

/** What Azure takes and packets do not like: these the generator breaks on purpose. */
const brokenOnPurpose = [
  "virtual-network-peering/missing-remote-peering",
  "virtual-network-peering/invalid-peering-state",
  "network-interface/missing-ip-forwarding",
];

it("asks about estates that Azure takes", () => {
  const errors = Array.from({ length: 40 }, (_, index) =>
    topologyEstate({ seed: 500 + index, size: 1 + (index % 3) }),
  )
    .flatMap((estate) => analyse(estate).findings)
    .filter(({ severity, rule }) => severity === "error" && !brokenOnPurpose.includes(rule));

  expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

it("leaves a feature out without touching the others", () => {
  const whole = topologyEstate({ seed: 7, size: 2 });
  const without = topologyEstate({ seed: 7, size: 2, without: ["securityGroups"] });
  const bare = topologyEstate({ seed: 7, size: 2, without: features });

  const kept = [...whole.resources.keys()].filter((id) => !id.includes("/networksecuritygroups/"));
  expect([...without.resources.keys()]).toEqual(kept);
  expect([...bare.resources.keys()].filter((id) => /gateways|routetables|connections/.test(id))).toEqual([]);
});
