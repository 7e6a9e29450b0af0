import { contains } from "../ip/index.ts";
import type { PairOutcome, PairPart } from "../model/reach.ts";
import type { Node, NodeId, Topology } from "../model/topology.ts";
import { worstOutcome } from "../routing/index.ts";

/**
 * A pair without the addresses of what is down inside one of its ends. With a device its own address goes, and a site
 * that goes on by another device is not lost for that.
 */
export function livingParts(
  pair: PairOutcome,
  from: NodeId,
  to: NodeId,
  { nodes }: Topology,
  down: ReadonlySet<NodeId>,
): PairOutcome {
  if (pair.parts.length < 2 || down.size === 0 || down.has(from) || down.has(to)) return pair;

  const [gone, alsoGone] = [from, to].map((end) => goneIn(end));
  const parts = pair.parts.filter((part) => !isGone(part.from, gone) && !isGone(part.to, alsoGone));
  const worst = worstOutcome(parts.map(({ outcome }) => outcome));
  return worst === undefined || parts.length === pair.parts.length
    ? pair
    : { outcome: worst, mixed: new Set(parts.map(({ outcome }) => outcome)).size > 1, parts };

  function goneIn(end: NodeId): readonly Node[] {
    const home = nodes.get(end)?.within ?? end;
    return [...down].flatMap((id) => {
      const node = nodes.get(id);
      return node?.within === home ? [node] : [];
    });
  }
}

function isGone(prefixes: PairPart["from"], gone: readonly Node[] = []): boolean {
  return prefixes.every((prefix) => gone.some((node) => node.prefixes.some((own) => contains(own, prefix))));
}
