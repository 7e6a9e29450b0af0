import type { NodeId } from "../../model/topology.ts";
import { createInterner } from "./interner.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import type { Check, Path, WayBook } from "./ways.ts";

/** Ways that all lead to the members of one network: of which, they do not say, so that many networks share them. */
export interface Shape {
  readonly number: number;
  readonly network: NodeId;
  readonly settled: OutcomeCode;
  readonly count: number;
  readonly paths: readonly Path[];
  readonly linkChecks: readonly Extract<Check, { readonly what: "link" }>[];
  readonly filterChecks: readonly Extract<Check, { readonly what: "filter" }>[];
}

export interface Shapes {
  /** `undefined` where the ways have no shape: they end in several places. */
  shapeOf(ways: number): Shape | undefined;
  /** What an answer by `back` is to a flow that came by `there`; `undefined` where that is not told by their shapes. */
  answer(there: Shape, back: Shape): OutcomeCode | undefined;
}

const notModelled = codeOf("notModelled");
const returnPathMissing = codeOf("returnPathMissing");
const mostWays = 64;

export function createShapes(book: WayBook): Shapes {
  const shapes: (Shape | null)[] = [];
  const numbers = createInterner<true>();
  const answers: OutcomeCode[][] = [];

  function shapeOf(ways: number): Shape | undefined {
    const known = shapes[ways];
    if (known !== undefined) return known ?? undefined;

    const shape = describe(ways);
    shapes[ways] = shape ?? null;
    return shape;
  }

  function describe(id: number): Shape | undefined {
    const { settled, count, open, needsTrace } = book.waysAt(id);
    const [first] = open;
    const end = first && book.endAt(first.end);
    if (needsTrace || end?.at !== "members" || open.some((way) => way.end !== first?.end)) return undefined;

    const paths = [...new Set(open.map(({ path }) => path))];
    const key = `${settled} ${count} ${paths.join(",")}`;
    const checks = paths.flatMap((path) => book.pathAt(path).checks);
    return {
      number: numbers.intern(key, () => true),
      network: end.network.id,
      settled,
      count,
      paths: paths.map(book.pathAt),
      linkChecks: checks.filter((check) => check.what === "link"),
      filterChecks: checks.filter((check) => check.what === "filter"),
    };
  }

  function answer(there: Shape, back: Shape): OutcomeCode | undefined {
    const row = answers[there.number] ?? [];
    answers[there.number] = row;
    const known = row[back.number] ?? work(there, back);
    row[back.number] = known;
    return known === untold ? undefined : known;
  }

  function work(there: Shape, back: Shape): OutcomeCode {
    const isSeen = there.paths.every(({ nodes }) =>
      back.filterChecks.every(({ node }) => nodes.includes(node.id)),
    );
    if (!isSeen || there.paths.length * back.count > mostWays) return untold;

    const isSymmetric = there.paths.every((path) => back.paths.every((other) => sameKeepers(path, other)));
    const arriving = codeOf(isSymmetric ? "delivered" : "asymmetric");
    return Math.max(there.settled, arriving, meaningOf(back.settled));
  }

  return { shapeOf, answer };
}

const untold = -1;

/** What the end of a way back means for the flow. */
export function meaningOf(back: OutcomeCode): OutcomeCode {
  return back === 0 || back === notModelled ? back : returnPathMissing;
}

/** Who must see both directions does. */
export function sameKeepers(there: Path, back: Path): boolean {
  return (
    there.stateful.every((id) => back.stateful.includes(id)) &&
    back.stateful.every((id) => there.stateful.includes(id))
  );
}
