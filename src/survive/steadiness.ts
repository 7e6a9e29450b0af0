import type { Prefix } from "../ip/index.ts";
import type { PairOutcome } from "../model/reach.ts";
import type { Situation } from "../model/situation.ts";
import type { NodeId, Topology } from "../model/topology.ts";
import { changedPrefixes, type Retracing, type Solved } from "../routing/index.ts";
import type { Traced } from "./traces.ts";

interface Known {
  readonly solved: Solved;
  readonly situation: Situation;
}

/** Whether a failure changes nothing that the packets of a pair, of any of its addresses, ask about on their ways. */
export type IsSteady = (old: Traced | undefined, from: NodeId, to: NodeId, pair: PairOutcome) => boolean;

/**
 * One trace stands for all addresses of a pair: they fare alike with everything up, no route that the failure changes
 * tells them apart, and nothing translates them into others that it might.
 */
export function createSteadiness(
  topology: Topology,
  healthy: Known,
  failed: Known,
  tracer: Retracing,
): IsSteady {
  const changed = changedPrefixes(topology, healthy, failed);
  const isTranslated = [...topology.links.values()].some(({ ends }) =>
    ends.some(({ translations = [] }) => translations.length > 0),
  );
  const cut = new Map<NodeId, boolean>();
  const again = new Map<Traced, boolean>();

  function isCut(id: NodeId): boolean {
    const prefixes: readonly Prefix[] = topology.nodes.get(id)?.prefixes ?? [];
    const known = cut.get(id) ?? prefixes.some(changed.cuts);
    cut.set(id, known);
    return known;
  }

  function saysAgain(old: Traced): boolean {
    const known = again.get(old) ?? tracer.saysAgain(old.heard);
    again.set(old, known);
    return known;
  }

  return (old, from, to, pair) =>
    old !== undefined &&
    pair.parts.length === 1 &&
    !isCut(from) &&
    !isCut(to) &&
    !(isTranslated && !changed.isNone) &&
    saysAgain(old);
}
