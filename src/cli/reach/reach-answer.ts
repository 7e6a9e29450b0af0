import { formatPrefix } from "../../ip/index.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Proof } from "../../prove/proof.ts";
import type { PairDetail } from "./pair-details.ts";
import type { ReachFound } from "./reach-text.ts";
import type { Group } from "./survey-reach.ts";

type NameOf = (id: NodeId) => string;

/** What begins every answer of `reach --format json`. */
export function reachHead({ flow, down }: Pick<ReachFound, "flow" | "down">) {
  return { format: "isthmus/reach", version: 1, flow, down };
}

/** What `reach --format json` answers. */
export function reachAnswer(found: ReachFound) {
  const { survey, details, proof, unasked, gaps, nameOf } = found;
  const { endpoints, counts, from, to, outcomeOf } = survey;
  const namesOf = ({ members }: Group) => members.map(nameOf);
  return {
    ...reachHead(found),
    endpoints,
    counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    from: from.map(namesOf),
    to: to.map(namesOf),
    ...(outcomeOf ? { outcomes: from.map((_, row) => to.map((_, column) => outcomeOf(row, column))) } : {}),
    ...(details.length > 0 ? { details: details.map((detail) => detailAnswer(detail, nameOf)) } : {}),
    expectations: expectationsAnswer(proof, nameOf),
    ...(unasked
      ? { unasked: unasked.map((one) => ({ from: one.from.map(nameOf), to: one.to.map(nameOf) })) }
      : {}),
    ...gaps,
  };
}

function detailAnswer({ from, to, outcome, parts, ways, because }: PairDetail, nameOf: NameOf) {
  return {
    from: from.members.map(nameOf),
    to: to.members.map(nameOf),
    outcome,
    because,
    parts: parts.map((part) => ({
      from: part.from.map(formatPrefix),
      to: part.to.map(formatPrefix),
      outcome: part.outcome,
      ...(part.permitted === undefined ? {} : { permitted: part.permitted }),
    })),
    ways: ways.map((way) => way.map(nameOf)),
  };
}

function expectationsAnswer({ results }: Proof, nameOf: NameOf) {
  return results.map(({ expectation: { from, to, reach }, verdict, failure }) => ({
    from: from.name,
    to: to.name,
    reach,
    verdict,
    ...(failure ? { because: failure.because } : {}),
    ...(failure?.from !== undefined && failure.to !== undefined
      ? { pair: { from: nameOf(failure.from), to: nameOf(failure.to) } }
      : {}),
  }));
}
