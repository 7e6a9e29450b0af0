import type { ProvedSegment } from "../../lab/prove-segments.ts";
import type { LabState } from "../../lab/run/lab-state.ts";
import type { Tested, TestedPair } from "../../lab/test-lab.ts";
import { nameOfLabId } from "./lab-places.ts";
import { routesAnswer, tableAnswer } from "./tables-answer.ts";

export type TestAnswer = ReturnType<typeof testAnswer>;

/** The answer of `lab test`; `segments` only where somebody looked at the wires. */
export function testAnswer({ name, down }: LabState, tested: Tested, segments?: readonly ProvedSegment[]) {
  const pairs = tested.pairs.map(({ from, to, outcome, because, answers, verdict, independence }) => ({
    from: { name: nameOfLabId(from.node), address: from.address },
    to: { name: nameOfLabId(to.node), address: to.address },
    predicted: outcome,
    because,
    answers,
    verdict,
    independence,
  }));
  const countOf = (verdict: TestedPair["verdict"]) => pairs.filter((pair) => pair.verdict === verdict).length;
  const agreeing = (independence: TestedPair["independence"]) => {
    const all = pairs.filter((pair) => pair.independence === independence && pair.verdict !== "undecided");
    return { agree: all.filter(({ verdict }) => verdict === "agrees").length, pairs: all.length };
  };
  return {
    format: "isthmus/lab-test",
    version: 1,
    name,
    down: down.map(nameOfLabId),
    agree: countOf("agrees"),
    differ: countOf("differs"),
    undecided: countOf("undecided"),
    independent: agreeing("independent"),
    transcribed: agreeing("transcribed"),
    pairs,
    routes: routesAnswer(tested.tables),
    tables: tested.tables.map(tableAnswer),
    ...(segments === undefined ? {} : { segments: segments.map(segmentAnswer) }),
  };
}

function segmentAnswer({ link, name, encryptedBy, inner, outer, outerMarked, verdict }: ProvedSegment) {
  return {
    link,
    name,
    ...(encryptedBy === undefined ? {} : { encryptedBy }),
    inner,
    outer,
    outerMarked,
    verdict,
  };
}
