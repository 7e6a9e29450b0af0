import type { Expectation } from "../../model/expectation.ts";
import type { NodeId, Topology } from "../../model/topology.ts";
import { isReached } from "../../prove/is-reached.ts";
import type { Survey } from "./survey-reach.ts";

/** Networks, sites and users of which one reaches the other, though nobody asked for it. */
export interface Unasked {
  readonly from: readonly NodeId[];
  readonly to: readonly NodeId[];
}

/** Whoever has the same neighbours is told together. `undefined` where there are too many groups to look. */
export function findUnasked(
  survey: Survey,
  expectations: readonly Expectation[],
  { nodes }: Topology,
): readonly Unasked[] | undefined {
  const { outcomeOf, from: rows, to: columns } = survey;
  if (!outcomeOf) return undefined;

  const placeOf = (id: NodeId) => nodes.get(id)?.within ?? id;
  const spokenOf = new Set(expectations.flatMap((one) => pairsOf(one, placeOf)));
  const neighbours = new Map<NodeId, Set<NodeId>>();
  for (const [index, row] of rows.entries()) {
    const sources = new Set(row.members.map(placeOf));
    for (const [other, column] of columns.entries()) {
      if (!isReached(outcomeOf(index, other))) continue;
      for (const b of new Set(column.members.map(placeOf))) {
        for (const a of sources) if (a !== b && !spokenOf.has(`${a} ${b}`)) join(a, b, neighbours);
      }
    }
  }
  return grouped(neighbours);
}

function pairsOf({ from, to }: Expectation, placeOf: (id: NodeId) => NodeId): readonly string[] {
  const [ones, others] = [from, to].map(({ nodes }) => [...new Set(nodes.map(placeOf))]);
  return (ones ?? []).flatMap((a) => (others ?? []).flatMap((b) => [`${a} ${b}`, `${b} ${a}`]));
}

function join(a: NodeId, b: NodeId, neighbours: Map<NodeId, Set<NodeId>>): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = neighbours.get(one);
    if (known) known.add(other);
    else neighbours.set(one, new Set([other]));
  }
}

/** Among themselves first (`from` and `to` are the same); then by equal neighbours, each pair once. */
function grouped(neighbours: ReadonlyMap<NodeId, ReadonlySet<NodeId>>): readonly Unasked[] {
  const found: Unasked[] = [];
  const told = new Set<string>();
  for (const members of byKey(neighbours, (id, others) => [...others, id]).values()) {
    if (members.length < 2 || !neighbours.get(members[0] ?? "")?.has(members[1] ?? "")) continue;
    found.push({ from: members, to: members });
    for (const a of members) for (const b of members) told.add(`${a} ${b}`);
  }
  const rest = new Map<NodeId, Set<NodeId>>();
  for (const [id, others] of neighbours) {
    const left = [...others].filter((other) => !told.has(`${id} ${other}`));
    if (left.length > 0) rest.set(id, new Set(left));
  }
  for (const members of byKey(rest, (_, others) => [...others]).values()) {
    const others = [...(rest.get(members[0] ?? "") ?? [])].filter(
      (other) => !told.has(`${other} ${members[0]}`),
    );
    if (others.length === 0) continue;
    found.push({ from: members, to: others.sort() });
    for (const a of members) for (const b of others) told.add(`${a} ${b}`).add(`${b} ${a}`);
  }
  return found;
}

function byKey(
  neighbours: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
  keyOf: (id: NodeId, others: ReadonlySet<NodeId>) => readonly NodeId[],
): ReadonlyMap<string, readonly NodeId[]> {
  const groups = new Map<string, NodeId[]>();
  for (const id of [...neighbours.keys()].sort()) {
    const key = [...keyOf(id, neighbours.get(id) ?? new Set())].sort().join(" ");
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return groups;
}
