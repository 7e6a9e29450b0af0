import type { Estate } from "../model/estate.ts";
import type { ElementId } from "../model/topology.ts";
import { findSpokes, type Spoke } from "./spokes.ts";

/** Networks that nothing tells apart but their names and addresses: what happens to one would happen to each. */
export interface Interchange {
  /** With the first few of each set alone. */
  readonly estate: Estate;
  readonly sets: readonly (readonly Spoke[])[];
  /** Of such a network, or of a part of it: its set, and its place there. */
  readonly placeOf: (id: ElementId) => Place | undefined;
  /** What the same part of the other networks of its set is. */
  readonly counterpartsOf: (id: ElementId) => readonly ElementId[];
}

export interface Place {
  readonly set: readonly Spoke[];
  readonly index: number;
}

/** Of each set `most` stay: as many as may fail at once, one for all others, and one more for pairs of these. */
export function interchangeable(estate: Estate, most: number): Interchange {
  return interchangeAmong(estate, setsOf(findSpokes(estate)), most);
}

export function interchangeAmong(
  estate: Estate,
  found: readonly (readonly Spoke[])[],
  most: number,
): Interchange {
  const sets = found.filter((set) => set.length > most);
  if (sets.length === 0) return unchanged(estate);

  const gone = new Set(sets.flatMap((set) => set.slice(most).flatMap(({ resources }) => resources)));
  const kept = new Map([...estate.resources].filter(([key]) => !gone.has(key)));
  const places = new Map<ElementId, Place>();
  for (const set of sets)
    for (const [index, { resources }] of set.entries())
      for (const id of resources) places.set(id, { set, index });
  return {
    estate: { ...estate, resources: kept },
    sets,
    placeOf: (id) => places.get(id),
    counterpartsOf(id) {
      const place = places.get(id);
      const at = place?.set[place.index]?.resources.indexOf(id) ?? -1;
      const others = place?.set.filter((_, index) => index !== place.index) ?? [];
      return others.flatMap(({ resources }) => resources[at] ?? []);
    },
  };
}

export function unchanged(estate: Estate): Interchange {
  return { estate, sets: [], placeOf: () => undefined, counterpartsOf: () => [] };
}

function setsOf(spokes: readonly Spoke[]): readonly (readonly Spoke[])[] {
  const sets = new Map<string, Spoke[]>();
  for (const spoke of spokes) {
    const set = sets.get(spoke.likeness);
    if (set) set.push(spoke);
    else sets.set(spoke.likeness, [spoke]);
  }
  return [...sets.values()];
}
