import type { Origin } from "../../../source/origin.ts";
import type { Path } from "../../../source/path.ts";

/** Where a value stands, cheap to carry along: the path is written out only when somebody asks. */
export type Place = RootPlace | InnerPlace;

interface RootPlace {
  readonly origin: Origin;
}

interface InnerPlace {
  readonly above: Place;
  readonly key: string | number;
}

export function placeOf(origin: Origin): Place {
  return { origin };
}

export function placeWithin(above: Place, ...keys: Path): Place {
  let place = above;
  for (const key of keys) place = { above: place, key };
  return place;
}

export function originOfPlace(place: Place): Origin {
  const keys: (string | number)[] = [];
  let at = place;
  while ("above" in at) {
    keys.push(at.key);
    at = at.above;
  }
  return keys.length === 0 ? at.origin : { ...at.origin, path: [...at.origin.path, ...keys.reverse()] };
}
