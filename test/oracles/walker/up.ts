import type { ElementId, Needs, Topology } from "../../../src/model/topology.ts";

/** What a question is asked of. */
export interface World {
  readonly topology: Topology;
  readonly down: ReadonlySet<ElementId>;
}

/** Of every group one, each asked for itself. */
export function met(needs: Needs, world: World, asked: readonly ElementId[] = []): boolean {
  return needs.every((group) => group.some((id) => up(id, world, asked)));
}

/** An element that is asked about while it is asked about stands on itself, which takes nothing from it. */
export function up(id: ElementId, world: World, asked: readonly ElementId[] = []): boolean {
  if (world.down.has(id)) return false;
  if (asked.includes(id)) return true;

  const { nodes, links, sessions } = world.topology;
  const node = nodes.get(id);
  if (node) return met(node.needs, world, [...asked, id]);
  const joined = links.get(id) ?? sessions.get(id);
  if (!joined) return true;
  return (
    met(joined.needs, world, [...asked, id]) &&
    joined.ends.every((end) => up(end.node, world, [...asked, id]))
  );
}
