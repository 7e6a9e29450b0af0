import type { Address } from "../../../src/ip/index.ts";
import type { Node, Table } from "../../../src/model/topology.ts";
import type { Outcome, TraceEnd } from "../../../src/model/trace.ts";
import type { Used } from "./bgp.ts";
import type { Kind } from "./filters.ts";
import type { World } from "./up.ts";

/** The worst last. */
const badness: readonly Outcome[] = [
  "delivered",
  "leavesEstate",
  "partlyDenied",
  "deniedOutbound",
  "deniedInbound",
  "asymmetric",
  "returnPathMissing",
  "overlap",
  "noRoute",
  "dropped",
  "loop",
  "notModelled",
];

export function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.toSorted((a, b) => badness.indexOf(b) - badness.indexOf(a))[0] ?? "noRoute";
}

/** A packet on its way, and all that happened to it. */
export interface Going {
  readonly source: Address;
  readonly destination: Address;
  readonly nodes: readonly string[];
  /** By the hop that asked, counted from 1. */
  readonly rows: readonly { readonly hop: number; readonly row: string }[];
  /** Kinds of packets that all filters let through so far. */
  readonly kinds: readonly Kind[];
  readonly begunWith: number;
  /** Who must see the way back, in the order met. */
  readonly stateful: readonly string[];
  /** Whoever put another address in place of the sender's, and what it was. */
  readonly replaced: readonly { readonly by: string; readonly shown: Address; readonly was: Address }[];
  readonly balanced: readonly { readonly by: string; readonly to: string }[];
  /** Where it has been, and as what: twice the same is a loop. */
  readonly been: readonly string[];
}

export interface End extends Going {
  readonly outcome: Outcome;
  readonly because: string;
  readonly at: string;
}

export interface Question extends World {
  readonly used: Used;
  readonly to: TraceEnd;
  /** Of the way there, when this is the way back. */
  readonly first: End | undefined;
}

export function hasEnded(going: Going | End): going is End {
  return "outcome" in going;
}

export function nodeOf(id: string, { topology }: World): Node {
  const node = topology.nodes.get(id);
  if (!node) throw new Error(`There is no node ${id}.`);
  return node;
}

export function tableOf(node: Node, { topology }: World): Table | undefined {
  return node.table === undefined ? undefined : topology.tables.get(node.table);
}

export function end(going: Going, at: string, outcome: Outcome, because: string): End {
  return { ...going, at, outcome, because };
}

/** The end of a packet that meets what the topology leaves out: a node, a link, or what one of them belongs to. */
export function unsaidOf(id: string, going: Going, question: Question): End | undefined {
  if (question.topology.nodes.get(id)?.role === "subnet") return undefined;
  const [resource = id] = id.split("#");
  return unsaid([id, resource], going, question);
}

/** Of subnets it is the ranges of services, which are public. */
export function unsaidOfTable(table: Table, going: Going, question: Question): End | undefined {
  return "internet" in question.to ? unsaid([table.id.replace(/\/routes$/, "")], going, question) : undefined;
}

function unsaid(ids: readonly string[], going: Going, { topology }: Question): End | undefined {
  const gap = topology.gaps.find(
    ({ kind, about }) => kind === "notModelled" && about.some((id) => ids.includes(id)),
  );
  return gap && end(going, going.nodes.at(-1) ?? "", "notModelled", gap.because);
}

/** Who puts its own address in place of the sender's must see the answer too. */
export function ifStateful({ id, machine = id, forwarding }: Node): string[] {
  return forwarding.does === "yes" && (forwarding.stateful || forwarding.sourceNat) ? [machine] : [];
}

/** What the end of a way back means for the flow. */
export function meaningOf(back: Outcome): Outcome {
  const told: readonly Outcome[] = ["delivered", "partlyDenied", "asymmetric", "notModelled"];
  return told.includes(back) ? back : "returnPathMissing";
}
