import type { Node, Table } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import { codeOf } from "./outcome-codes.ts";
import { noPath, type Path } from "./path.ts";
import type { WayEnd } from "./ways.ts";

/** One of the ways on from a table, and what it meets before the next place. */
export interface Next {
  readonly path: Path;
  readonly to: Target;
  /** The tracer takes ways of one key for one, and keeps the first. */
  readonly key: string;
}

export type Target =
  | { readonly at: "end"; readonly end: WayEnd }
  | { readonly at: "place"; readonly place: Place }
  | { readonly at: "arrival"; readonly arrival: Arrival };

/** A node that looks packets up. `unlessOwn`: it must pass on what does not stay in its network. */
export interface Place {
  readonly node: Node;
  readonly table: Table;
  readonly passesOn: "done" | "unlessOwn";
}

/** A node that gets packets, for itself or to send them on. */
export interface Arrival {
  readonly node: Node;
  /** Where they are looked up; in its own table where absent. */
  readonly table: string | undefined;
  readonly passesOn: "yes" | "unlessOwn";
}

export function endsWith(outcome: Outcome, path: Path = noPath): Next {
  return { path, to: { at: "end", end: { at: "outcome", code: codeOf(outcome) } }, key: `end ${outcome}` };
}

export function needsTrace(path: Path = noPath): Next {
  return { path, to: { at: "end", end: { at: "trace" } }, key: "trace" };
}

export function arrivesAt(arrival: Arrival, over: string, path: Path = noPath): Next {
  return { path, to: { at: "arrival", arrival }, key: `node ${arrival.node.id} ${over}` };
}

export function deliveredIn(network: Node, over: string, path: Path = noPath): Next {
  return {
    path,
    to: { at: "end", end: { at: "members", network } },
    key: `members ${network.id} ${over}`,
  };
}
