import type { Layer } from "../model/topology.ts";
import type { SitePlace } from "./site-places.ts";

/** One layer a place, so that the tables of its routers share it. */
export function perPlace(make: (place: SitePlace) => Layer): (place: SitePlace) => Layer {
  const known = new WeakMap<SitePlace, Layer>();
  return (place) => {
    const layer = known.get(place) ?? make(place);
    known.set(place, layer);
    return layer;
  };
}
