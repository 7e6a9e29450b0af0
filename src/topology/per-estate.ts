import type { EstateIndex } from "../model/estate-index.ts";

/** Asked of many resources, answered once for each estate. */
export function perEstate<T>(make: (estate: EstateIndex) => T): (estate: EstateIndex) => T {
  const known = new WeakMap<EstateIndex, { readonly value: T }>();
  return (estate) => {
    const entry = known.get(estate) ?? { value: make(estate) };
    known.set(estate, entry);
    return entry.value;
  };
}
