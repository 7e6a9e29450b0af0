import { expect, it } from "vitest";
import { summaryOf, topologyEstate } from "../oracles/any-topology-estate.ts";
import { compareReach } from "./reach-twins.ts";

/** `TWINS=2000` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env.TWINS ?? 4);
const first = Number(process.env.TWINS_FROM ?? 1);

it(
  "says of every pair what the tracer says of each of their addresses",
  () => {
    let asked = 0;
    for (let seed = first; seed < first + count; seed += 1) {
      const estate = topologyEstate({ seed, size: 1 + (seed % 2) });
      const compared = compareReach(estate, seed, 1);
      asked += compared.asked;
      const [wrong] = compared.disagreements;
      if (!wrong) continue;
      expect.fail(
        `seed ${seed}: ${wrong.question}\n\nreach: ${wrong.reach}\n\ntracer: ${wrong.tracer}\n\n${summaryOf(estate)}`,
      );
    }
    expect(asked).toBeGreaterThan(count * 100);
  },
  10_000 + count * 10_000,
);
