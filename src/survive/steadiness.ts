import type { Prefix } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { NodeId, Topology } from "../model/topology.ts";
import { changedPrefixes, type Heard, type Retracing, type Solved } from "../routing/index.ts";

/** Where no row has changed, tables answer as they did. */
const nothing: Heard["lookups"] = new Map();

interface Known {
  readonly solved: Solved;
  readonly situation: Situation;
}

/** Whether a failure changes nothing that the packets of a pair, of any of its addresses, ask about on their ways. */
export type IsSteady = (heard: readonly Heard[], from: NodeId, to: NodeId) => boolean;

/**
 * One trace stands for all addresses of a part of a pair: they fare alike with everything up, no route that the failure
 * changes tells them apart, and nothing translates them into others that it might.
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
  const again = new Map<Heard, boolean>();

  function isCut(id: NodeId): boolean {
    const prefixes: readonly Prefix[] = topology.nodes.get(id)?.prefixes ?? [];
    const known = cut.get(id) ?? prefixes.some(changed.cuts);
    cut.set(id, known);
    return known;
  }

  function saysAgain(heard: Heard): boolean {
    const known =
      again.get(heard) ?? tracer.saysAgain(changed.isNone ? { ...heard, lookups: nothing } : heard);
    again.set(heard, known);
    return known;
  }

  return (heard, from, to) =>
    heard.length > 0 &&
    !isCut(from) &&
    !isCut(to) &&
    !(isTranslated && !changed.isNone) &&
    heard.every(saysAgain);
}
