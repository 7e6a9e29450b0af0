import { everythingUp, type Situation } from "../model/situation.ts";
import { predict } from "../predict.ts";
import { findPlace } from "./find-place.ts";
import type { LoadedEstate } from "./load-estate.ts";
import { placesOf } from "./places.ts";

/** The situation that `--down` describes. */
export function findDown(loaded: LoadedEstate, names: readonly string[]): Situation {
  if (names.length === 0) return everythingUp;

  const { estate } = loaded;
  const places = placesOf(predict(estate).elements(), estate);
  return { down: new Set(names.map((name) => findPlace(name, places, loaded).id)) };
}
