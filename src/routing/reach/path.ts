import type { Link, LinkEnd, Node, NodeId } from "../../model/topology.ts";

/** What a packet meets between the place where it begins and the one where it ends, as far as it decides. */
export interface Path {
  readonly nodes: readonly NodeId[];
  /** Those that must see both directions. */
  readonly stateful: readonly string[];
  /** What looks at the packet's source, in the order met. */
  readonly checks: readonly Check[];
}

export type Check =
  | { readonly what: "link"; readonly link: Link; readonly here: LinkEnd; readonly asOwn: boolean }
  | { readonly what: "filter"; readonly node: Node; readonly direction: "inbound" | "outbound" };

export const noPath: Path = { nodes: [], stateful: [], checks: [] };

export function isNothing({ nodes, stateful, checks }: Path): boolean {
  return nodes.length === 0 && stateful.length === 0 && checks.length === 0;
}

/** The tracer takes what goes on for longer for a loop. */
const mostNodes = 60;

export function isTooLong({ nodes }: Path): boolean {
  return nodes.length > mostNodes;
}

export function joinPaths(a: Path, b: Path): Path {
  if (isNothing(a)) return b;
  if (isNothing(b)) return a;
  return {
    nodes: [...a.nodes, ...b.nodes],
    stateful: [...a.stateful, ...b.stateful],
    checks: [...a.checks, ...b.checks],
  };
}

export type NumberOf = (id: string) => number;

/** Equal for equal paths. `numberOf` an id: ids are long, and take part in many keys. */
export function textOfPath({ nodes, stateful, checks }: Path, numberOf: NumberOf): string {
  const texts = checks.map((check) => textOfCheck(check, numberOf));
  return [nodes.map(numberOf).join(" "), stateful.map(numberOf).join(" "), texts.join(" ")].join("|");
}

function textOfCheck(check: Check, numberOf: NumberOf): string {
  return check.what === "link"
    ? `${numberOf(check.link.id)} ${check.link.ends.indexOf(check.here)} ${check.asOwn}`
    : `${numberOf(check.node.id)} ${check.direction}`;
}
