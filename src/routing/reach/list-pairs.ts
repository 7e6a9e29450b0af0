import type { ReachPair } from "../../model/reach.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import { codeCount, codeOf, noPair, outcomeOf } from "./outcome-codes.ts";

const outcomes: readonly Outcome[] = Array.from({ length: codeCount }, (_, code) => outcomeOf(code));

/**
 * Pairs one by one, each when it is asked for. Written out, for there are billions of them: a generator takes several
 * times as long to hand one over. `rowOf` a place: what its endpoint is to each, as codes.
 */
export function listPairs(
  ids: readonly NodeId[],
  rowOf: (place: number) => Uint8Array,
  only: Outcome | undefined,
): Iterable<ReachPair> {
  const wanted = only === undefined ? noPair : codeOf(only);
  return { [Symbol.iterator]: () => createIterator(ids, rowOf, wanted) };
}

function createIterator(
  ids: readonly NodeId[],
  rowOf: (place: number) => Uint8Array,
  wanted: number,
): Iterator<ReachPair, undefined> {
  const count = ids.length;
  let place = -1;
  let other = count;
  let from = "";
  let row: Uint8Array = new Uint8Array(0);

  /** Whether there is another row. */
  function turn(): boolean {
    place += 1;
    if (place >= count) return false;

    from = ids[place] ?? "";
    row = rowOf(place);
    other = 0;
    return true;
  }

  return {
    next() {
      do {
        while (other < count) {
          const code = row[other] ?? noPair;
          const to = ids[other] ?? "";
          other += 1;
          if (wanted === noPair || code === wanted)
            return { done: false, value: { from, to, outcome: outcomes[code] ?? "noRoute" } };
        }
      } while (turn());
      return { done: true, value: undefined };
    },
  };
}
