import type { Situation } from "../model/situation.ts";
import type { ElementId, Needs, Topology } from "../model/topology.ts";

/** What is up in one situation: asked by id, for nodes, links, sessions and whatever else needs name. */
export interface Up {
  readonly isUp: (element: ElementId) => boolean;
  readonly meets: (needs: Needs) => boolean;
  /** What is down by itself and thereby takes the element down; `undefined` where it is up. */
  readonly reasonDown: (element: ElementId) => string | undefined;
}

/** One that is down itself, or stands on something that is: a link on both its ends, a session on its nodes. */
export function isUp(element: ElementId, topology: Topology, situation: Situation): boolean {
  return createUp(topology, situation).isUp(element);
}

/** The same with a memory, for many questions about one situation. */
export function createUp(topology: Topology, situation: Situation): Up {
  const reasons = new Map<ElementId, string | undefined>();
  const nothingFails = situation.down.size === 0 && isWhole(topology);

  function reasonDown(element: ElementId): string | undefined {
    if (nothingFails) return undefined;
    if (reasons.has(element)) return reasons.get(element);

    // Elements that stand on each other are up together unless something else is down.
    reasons.set(element, undefined);
    const reason = findReason(element);
    reasons.set(element, reason);
    return reason;
  }

  function findReason(element: ElementId): string | undefined {
    if (situation.down.has(element)) return `${nameOf(element, topology)} is down`;

    const { brokenBecause } = topology.links.get(element) ?? topology.sessions.get(element) ?? {};
    if (brokenBecause !== undefined) return brokenBecause;

    return firstReason(needsOf(element, topology));
  }

  function firstReason(needs: Needs): string | undefined {
    for (const group of needs) {
      const reason = group.length === 0 ? "nothing that it needs is there" : reasonDown(group[0] ?? "");
      if (reason !== undefined && !group.slice(1).some((other) => reasonDown(other) === undefined))
        return reason;
    }
    return undefined;
  }

  return {
    isUp: (element) => reasonDown(element) === undefined,
    meets: (needs) => firstReason(needs) === undefined,
    reasonDown,
  };
}

const whole = new WeakMap<Topology, boolean>();

/** Nothing of it is broken by itself: while nothing is down all is up, and nobody needs to ask one by one. */
function isWhole(topology: Topology): boolean {
  const known = whole.get(topology) ?? findWhole(topology);
  whole.set(topology, known);
  return known;
}

function findWhole({ nodes, links, sessions }: Topology): boolean {
  for (const parts of [links, sessions])
    for (const { brokenBecause } of parts.values()) if (brokenBecause !== undefined) return false;
  for (const parts of [nodes, links, sessions])
    for (const { needs } of parts.values()) if (needs.some((group) => group.length === 0)) return false;
  return true;
}

function nameOf(element: ElementId, topology: Topology): string {
  return topology.nodes.get(element)?.name ?? topology.links.get(element)?.name ?? element;
}

/** Its own, and the nodes at its ends. An element that is no part of the topology needs nothing. */
function needsOf(element: ElementId, topology: Topology): Needs {
  const joined = topology.links.get(element) ?? topology.sessions.get(element);
  if (joined) return [...joined.ends.map((end) => [end.node]), ...joined.needs];

  return topology.nodes.get(element)?.needs ?? [];
}
