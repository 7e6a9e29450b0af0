import { expect, it } from "vitest";
import { firstAddress } from "../../src/ip/index.ts";
import { everythingUp } from "../../src/model/situation.ts";
import type { Trace } from "../../src/model/trace.ts";
import { predict } from "../../src/predict.ts";
import { createRetracer, createTracer, solveSessions } from "../../src/routing/index.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";

/** `TWINS=300` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env["TWINS"] ?? 4);
const first = Number(process.env["TWINS_FROM"] ?? 1);

it(
  "traces in every situation what a tracer of that situation alone traces",
  () => {
    let [asked, same] = [0, 0];
    for (let seed = first; seed < first + count; seed += 1) {
      const prediction = predict(topologyEstate({ seed }));
      const { topology } = prediction;
      const retracer = createRetracer(topology);
      const ends = prediction
        .reach()
        .endpoints.filter((_, index) => index % 3 === seed % 3)
        .flatMap(({ id, prefixes: [prefix] }) =>
          prefix ? [{ node: id, address: firstAddress(prefix) }] : [],
        );
      const seen = new Set<Trace>();
      for (const down of [undefined, ...prediction.elements().filter((_, index) => index % 4 === seed % 4)]) {
        const situation = down === undefined ? everythingUp : { down: new Set([down]) };
        const solved = solveSessions(topology, situation);
        const fresh = createTracer(topology, solved, situation);
        const again = retracer.tracerIn(solved, situation);
        for (const from of ends)
          for (const to of ends) {
            const trace = again.trace(from, to, { protocol: "*" });
            expect(trace, `seed ${seed}, ${down}`).toEqual(fresh.trace(from, to, { protocol: "*" }));
            asked += 1;
            if (seen.has(trace)) same += 1;
            seen.add(trace);
          }
      }
    }

    expect(same).toBeGreaterThan(asked / 2);
  },
  10_000 + count * 5_000,
);
