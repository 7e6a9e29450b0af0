import type { Segment, Trace, Way } from "../model/trace.ts";
import type { WaySummary } from "./survival.ts";

/** Azure sells no bandwidth of these. */
const unbounded: ReadonlySet<Segment["medium"]> = new Set(["network", "backbone"]);

/** Of the ways there: over what, how fast, how safe. */
export function summariseWays({ there, back }: Trace): WaySummary {
  const segments = there.flatMap(segmentsOf);
  const wires = [...segments, ...back.flatMap(segmentsOf)].filter(({ medium }) => medium !== "network");
  const bounds = there.map(boundOf);
  const known = bounds.filter((bound) => bound !== undefined);
  const isBounded = known.length > 0 && known.length === bounds.length;
  const isEncrypted = wires.every(({ encryptedBy }) => encryptedBy !== undefined);
  return {
    over: [...new Set(wiresOf(segments).map(({ name }) => name))].sort(),
    ways: there.length,
    ...(isBounded ? { bandwidthMbps: Math.min(...known) } : {}),
    encryptedBy: isEncrypted
      ? [...new Set(wires.flatMap(({ encryptedBy }) => encryptedBy ?? []))].sort()
      : [],
    crossesInternet: wires.some(({ crossesInternet }) => crossesInternet),
  };
}

function segmentsOf({ hops }: Way): readonly Segment[] {
  return hops.flatMap(({ segment }) => segment ?? []);
}

function wiresOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ medium }) => medium !== "network");
}

function boundOf(way: Way): number | undefined {
  const bounded = segmentsOf(way).filter(({ medium }) => !unbounded.has(medium));
  const figures = bounded.flatMap(({ bandwidthMbps }) => bandwidthMbps ?? []);
  return figures.length > 0 && figures.length === bounded.length ? Math.min(...figures) : undefined;
}

/** Every node that the ways pass, and the names of the links between them. */
export function passedBy({ there, back }: Trace): {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
} {
  const nodes = new Set<string>();
  const links = new Set<string>();
  for (const ways of [there, back])
    for (const { hops } of ways)
      for (const { node, segment } of hops) {
        nodes.add(node);
        if (segment) links.add(segment.name);
      }
  return { nodes, links };
}
