import type { NodeId } from "../../model/topology.ts";
import { createInterner } from "./interner.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import type { Check, Path } from "./path.ts";
import type { WayBook } from "./ways.ts";

export type LinkCheck = Extract<Check, { readonly what: "link" }>;

/** Ways that all lead to the members of one network, or of which none leads anywhere. */
export interface Shape {
  readonly body: Body;
  /** Absent where all is settled. */
  readonly network: NodeId | undefined;
}

/** What many networks' ways have in common. */
export interface Body {
  /** Of the course: equal for those that differ in the network alone. */
  readonly number: number;
  /** Equal for those that differ in the network and in the links they take: many spokes of a hub share it. */
  readonly kind: number;
  readonly settled: OutcomeCode;
  readonly count: number;
  readonly paths: readonly Path[];
  readonly linkChecks: readonly LinkCheck[];
  readonly filterChecks: readonly Extract<Check, { readonly what: "filter" }>[];
}

export interface Shapes {
  /** `undefined` where the ways have no shape: they end in several places. */
  shapeOf(ways: number): Shape | undefined;
  /** What an answer by `back` is to a flow that came by `there`; `undefined` where that is not told by their shapes. */
  answer(there: Body, back: Body): OutcomeCode | undefined;
}

const notModelled = codeOf("notModelled");
const returnPathMissing = codeOf("returnPathMissing");
const mostWays = 64;

export function createShapes(book: WayBook): Shapes {
  const shapes: (Shape | null)[] = [];
  /** By courses. */
  const bodies: Body[] = [];
  const kinds = createInterner<true>();
  const answers: Map<number, OutcomeCode>[] = [];

  function shapeOf(ways: number): Shape | undefined {
    const known = shapes[ways];
    if (known !== undefined) return known ?? undefined;

    const shape = describe(ways);
    shapes[ways] = shape ?? null;
    return shape;
  }

  function describe(ways: number): Shape | undefined {
    const course = book.courseOf(ways);
    const end = book.endOf(ways);
    if (course < 0 || (end && end.at !== "members")) return undefined;

    const body = bodies[course] ?? bodyOf(course);
    bodies[course] = body;
    return { body, network: end?.network.id };
  }

  function bodyOf(course: number): Body {
    const { settled, count, paths: ids } = book.courseAt(course);
    const paths = [...new Set(ids)].map(book.pathAt);
    const checks = paths.flatMap((path) => path.checks);
    const met = paths.map(textOfMet).join("; ");
    return {
      number: course,
      kind: kinds.intern(`${settled} ${count} ${met}`, () => true),
      settled,
      count,
      paths,
      linkChecks: checks.filter((check) => check.what === "link"),
      filterChecks: checks.filter((check) => check.what === "filter"),
    };
  }

  function answer(there: Body, back: Body): OutcomeCode | undefined {
    const row = answers[there.kind] ?? new Map<number, OutcomeCode>();
    answers[there.kind] = row;
    const known = row.get(back.kind);
    const code = known ?? work(there, back);
    if (known === undefined) row.set(back.kind, code);
    return code === untold ? undefined : code;
  }

  function work(there: Body, back: Body): OutcomeCode {
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

/** All that `work` reads of a path. */
function textOfMet({ nodes, stateful, checks }: Path): string {
  const filters = checks.flatMap((check) => (check.what === "filter" ? [check.node.id] : []));
  return [nodes, stateful, filters].map((ids) => ids.join(" ")).join(" | ");
}

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
