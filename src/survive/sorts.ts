import type { Reach } from "../model/reach.ts";
import type { NodeId, Topology } from "../model/topology.ts";

type SortOf = (endpoint: NodeId) => string | undefined;

/** Text, equal for endpoints of one class that stand on the same: what is down takes both along, or neither. */
export function sortsOf(reach: Reach, { nodes }: Topology): SortOf {
  const classOf = classesOf(reach);
  return (id) => `${classOf.get(id)} ${nodes.get(id)?.needs.join(" | ")}`;
}

/** Another short text for each, for long ones are slow in keys. */
export function createShort(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? `s${known.size}`;
    known.set(text, found);
    return found;
  };
}

/** Asked once for each endpoint. */
export function shortened(sortOf: SortOf, short: (text: string) => string): SortOf {
  const known = new Map<NodeId, string | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);

    const text = sortOf(id);
    const found = text === undefined ? undefined : short(text);
    known.set(id, found);
    return found;
  };
}

export function classesOf({ classes }: Reach): ReadonlyMap<NodeId, number> {
  return new Map(classes.flatMap(({ members }, index) => members.map((id) => [id, index] as const)));
}
