import type { ReachPair } from "../../model/reach.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import type { AddressReach } from "./address-reach.ts";
import type { Kind } from "./endpoint-kinds.ts";
import { listPairs } from "./list-pairs.ts";
import { codeCount, codeOf, noPair, type OutcomeCode, outcomeOf } from "./outcome-codes.ts";
import type { See } from "./rows.ts";

/** Of kinds of senders, to be listed. */
const mostRows = 64;

/** Whole endpoints against each other: the worst of all their addresses, kind by kind. */
export interface Matrix {
  readonly counts: () => ReadonlyMap<Outcome, number>;
  readonly pairs: (ids: readonly NodeId[], only: Outcome | undefined) => Iterable<ReachPair>;
}

export function createMatrix(kinds: readonly Kind[], endpointCount: number, addresses: AddressReach): Matrix {
  const classCount = addresses.classes.length;
  const simple = kinds.filter(({ classes }) => classes.length === 1);
  const others = kinds.filter(({ classes }) => classes.length !== 1);

  /** Of those with addresses of one class, how many stand before each class. */
  function simpleBefore(): Float64Array {
    const before = new Float64Array(classCount + 1);
    for (const { classes, members } of simple) before[(classes[0] ?? 0) + 1] = members.length;
    for (let index = 0; index < classCount; index += 1)
      before[index + 1] = (before[index + 1] ?? 0) + (before[index] ?? 0);
    return before;
  }

  /** A row of classes, with the worst of several where the sender has several. */
  function fillRow({ classes }: Kind, row: Uint8Array, see?: See): void {
    row.fill(noPair);
    for (const of of classes) {
      addresses.visit(of, (first, last, code) => {
        see?.(first, last, code);
        if (classes.length !== 1)
          for (let index = first; index < last; index += 1) row[index] = Math.max(row[index] ?? 0, code);
        else if (last - first > 32) row.fill(code, first, last);
        else for (let index = first; index < last; index += 1) row[index] = code;
      });
    }
  }

  function counts(): ReadonlyMap<Outcome, number> {
    const sums = new Float64Array(codeCount);
    const row = new Uint8Array(classCount);
    const before = simpleBefore();
    const add = (code: OutcomeCode, pairs: number) => {
      sums[code] = (sums[code] ?? 0) + pairs;
    };
    // Those of one hub side by side: what answers one of them answers the next alike.
    const ordered = kinds.toSorted((a, b) => (a.classes[0] ?? 0) - (b.classes[0] ?? 0));
    for (const from of ordered) {
      const { classes, members } = from;
      let met = 0;
      const see: See = (first, last, code) => {
        const simply = (before[last] ?? 0) - (before[first] ?? 0);
        met += simply;
        add(code, members.length * simply);
      };
      if (classes.length === 1) fillRow(from, row, see);
      else {
        fillRow(from, row);
        forEachStretch(row, see);
      }
      add(worstPair(classes, row, noPair), members.length * ((before[classCount] ?? 0) - met));
      for (const to of others) add(codeTo(from, to, row), members.length * to.members.length);
    }
    return new Map([...sums.entries()].flatMap(([code, sum]) => (sum > 0 ? [[outcomeOf(code), sum]] : [])));
  }

  function pairs(ids: readonly NodeId[], only: Outcome | undefined): Iterable<ReachPair> {
    const kindOf = kindOfEach(kinds, endpointCount);
    const rows = new Map<number, Uint8Array>();
    return listPairs(ids, (place) => rowOf(kindOf[place] ?? 0, rows), only);
  }

  /**
   * By endpoint. Endpoints of a kind mostly follow one another: of all rows but the last few it is quicker to make them
   * again.
   */
  function rowOf(kind: number, rows: Map<number, Uint8Array>): Uint8Array {
    const known = rows.get(kind);
    const from = kinds[kind];
    if (known || !from) return known ?? new Uint8Array(endpointCount);

    const row = new Uint8Array(classCount);
    fillRow(from, row);
    const codes = new Uint8Array(endpointCount);
    for (const to of kinds) {
      const code = codeTo(from, to, row);
      for (const member of to.members) codes[member] = code;
    }
    for (const oldest of rows.keys()) if (rows.size >= mostRows) rows.delete(oldest);
    rows.set(kind, codes);
    return codes;
  }

  return { counts, pairs };
}

function codeTo(from: Kind, to: Kind, row: Uint8Array): OutcomeCode {
  let worst = noPair;
  for (const of of to.classes) worst = Math.max(worst, row[of] ?? 0);
  return worstPair(from.classes, to.classes, worst);
}

/** What has no addresses that anybody knows cannot be told; of what has none in common, neither has a way to the other. */
export function worstPair(
  from: { readonly length: number },
  to: { readonly length: number },
  code: OutcomeCode,
): OutcomeCode {
  if (code !== noPair) return code;
  return codeOf(from.length === 0 || to.length === 0 ? "notModelled" : "noRoute");
}

function forEachStretch(
  row: Uint8Array,
  see: (first: number, last: number, code: OutcomeCode) => void,
): void {
  for (let first = 0; first < row.length; ) {
    const code = row[first] ?? 0;
    let last = first + 1;
    while (row[last] === code) last += 1;
    if (code !== noPair) see(first, last, code);
    first = last;
  }
}

function kindOfEach(kinds: readonly Kind[], endpointCount: number): Int32Array {
  const kindOf = new Int32Array(endpointCount);
  for (const [index, { members }] of kinds.entries()) for (const member of members) kindOf[member] = index;
  return kindOf;
}
