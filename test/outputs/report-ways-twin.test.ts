import { expect, it } from "vitest";
import type { Design } from "../../src/design.ts";
import { firstAddress } from "../../src/ip/index.ts";
import { everythingUp, type Situation } from "../../src/model/situation.ts";
import type { NodeId } from "../../src/model/topology.ts";
import { composePicture } from "../../src/outputs/map/draw-map.ts";
import { createAnswers } from "../../src/outputs/report/page/answers.ts";
import type { PageData } from "../../src/outputs/report/page-data.ts";
import { buildPageData } from "../../src/outputs/report/ways/build-page-data.ts";
import { namedElements } from "../../src/outputs/report/ways/element-names.ts";
import { outcomeWords } from "../../src/outputs/trace-words/outcome-words.ts";
import { type Prediction, predict } from "../../src/predict.ts";
import { createTracer, solveSessions, worstOutcome } from "../../src/routing/index.ts";
import { visible } from "../../src/source/index.ts";
import { livingParts } from "../../src/survive/living-parts.ts";
import { exampleNames, intentIn, lockIn, runExample } from "../examples/example.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";

/** Of the failures of each example, and of the pairs in each. `TWINS=1000` looks at all of them. */
const situationCount = Number(process.env["TWINS"] ?? 1);
const pairCount = situationCount * 40;

it("tells of the examples' pairs what the tracer tells of each, with everything up and with things down", () => {
  let asked = 0;
  for (const name of exampleNames) {
    const { design } = runExample(intentIn(name), lockIn(name));
    const ways = buildPageData(design, composePicture(design.estate, design.connections));
    if (typeof ways === "number" || ways.isGrouped) continue;

    const draw = createDraw(1, name);
    const down = namedElements(
      predict(design.estate).elements(),
      predict(design.estate).topology,
      design.estate,
    );
    const some = Array.from({ length: Math.min(situationCount, down.length) }, () => draw.pick(down));
    const situations = situationCount > down.length ? down : some;
    for (const element of [undefined, ...situations]) {
      const situation = element ? { down: new Set([element.id]) } : everythingUp;
      const told = toldIn(ways.data, element && { kind: element.kind, name: visible(element.name) });
      const expected = createTwin(design, situation);
      const ends = Array.from(ways.data.places.keys());
      const pairs = ends.flatMap((from) => ends.filter((to) => to !== from).map((to) => [from, to] as const));
      const chosen = pairs.length <= pairCount ? pairs : draw.some(pairs, pairCount / pairs.length);
      for (const [from, to] of chosen) {
        asked += 1;
        expect(told(from, to), `${name}, ${element?.name}: ${from} to ${to}`).toBe(expected(from, to));
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
}, 120_000);

type Tell = (from: number, to: number) => string | undefined;

function toldIn(data: PageData, down: { readonly kind: string; readonly name: string } | undefined): Tell {
  const answers = createAnswers(data);
  const situation = data.situations.find(({ elements }) =>
    elements.some(({ kind, name }) => kind === down?.kind && name === down.name),
  );
  return (from, to) => data.outcomes[answers.trace(from, to, situation)?.outcome ?? -1]?.words;
}

/** A tracer that remembers nothing, asked for each part of a pair; the parts are those of all pairs at once. */
function createTwin({ estate }: Design, situation: Situation): Tell {
  const prediction = predict({ ...estate }, situation);
  const { topology } = prediction;
  const tracer = createTracer(topology, solveSessions(topology, situation), situation);
  const reach = prediction.reach();
  const ids = reach.endpoints.map(({ id }) => id);
  const lost = lostIn(prediction);
  return (one, other) => {
    const [from, to] = [ids[one] ?? "", ids[other] ?? ""];
    const pair = reach.outcome(from, to);
    const parts = pair ? livingParts(pair, from, to, topology, lost).parts : [];
    const outcomes = parts.flatMap((part) => {
      const [source, target] = [part.from[0], part.to[0]];
      if (!source || !target) return [];
      const ends = [source, target].map(firstAddress);
      const [a, b] = ends;
      if (!a || !b) return [];
      return [tracer.trace({ node: from, address: a }, { node: to, address: b }, reach.flow).outcome];
    });
    const worst = worstOutcome(outcomes) ?? pair?.outcome;
    return worst && outcomeWords(worst);
  };
}

function lostIn(prediction: Prediction): ReadonlySet<NodeId> {
  const ids = [...prediction.topology.nodes.keys()];
  return new Set(ids.filter((id) => prediction.reasonDown(id) !== undefined));
}
