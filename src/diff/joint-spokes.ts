import type { Estate } from "../model/estate.ts";
import type { ResourceId } from "../model/resource.ts";
import { type Interchange, interchangeAmong } from "../survive/interchangeable.ts";
import { findSpokes, type Spoke } from "../survive/spokes.ts";

export interface JointSpokes {
  readonly before: Estate;
  readonly after: Estate;
  readonly interchange: Interchange;
}

/** What nothing tells apart before, and nothing after, stands for each other; also what is only there before or after. */
export function jointSpokes(before: Estate, after: Estate): JointSpokes {
  const [old, now] = [spokesIn(before), spokesIn(after)];
  const sets = new Map<string, Spoke[]>();
  for (const [network, spoke] of new Map([...now, ...old])) {
    const likeness = JSON.stringify([likenessIn(before, old, network), likenessIn(after, now, network)]);
    const set = sets.get(likeness);
    if (set) set.push(spoke);
    else sets.set(likeness, [spoke]);
  }
  const interchange = interchangeAmong(before, [...sets.values()], 2);
  const gone = new Set(interchange.sets.flatMap((set) => set.slice(2).flatMap(({ network }) => network)));
  const dropped = new Set(
    [...old, ...now].flatMap(([network, { resources }]) => (gone.has(network) ? resources : [])),
  );
  const kept = (estate: Estate): Estate => ({
    ...estate,
    resources: new Map([...estate.resources].filter(([key]) => !dropped.has(key))),
  });
  return { before: kept(before), after: kept(after), interchange };
}

function spokesIn(estate: Estate): ReadonlyMap<ResourceId, Spoke> {
  return new Map(findSpokes(estate).map((spoke) => [spoke.network, spoke]));
}

/** One that is there and no spoke is like no other. */
function likenessIn(
  { resources }: Estate,
  spokes: ReadonlyMap<ResourceId, Spoke>,
  network: ResourceId,
): string {
  return spokes.get(network)?.likeness ?? (resources.has(network) ? network : "absent");
}
