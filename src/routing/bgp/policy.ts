import type { SessionEnd } from "../../model/topology.ts";
import type { PrefixClass } from "./prefix-classes.ts";

/** What decides whether a talker tells a far end of the route that it uses. */
export interface Tellable {
  readonly tag: string;
  /** Learned over the session that it would be told to. */
  readonly cameFromThere: boolean;
  /** Learned from a talker of one's own number. */
  readonly cameFromInside: boolean;
}

/** `listed`: the prefix is on the end's list of what it tells alone. */
export function tells(
  { sends }: SessionEnd,
  isInternal: boolean,
  route: Tellable,
  {
    family,
    isDefaultRoute,
    listed,
  }: Pick<PrefixClass, "family" | "isDefaultRoute"> & { readonly listed: boolean },
): boolean {
  if (route.cameFromThere) return false;
  if (isInternal && route.cameFromInside && !sends.reflects) return false;

  return (
    sends.tags.includes(route.tag) &&
    sends.families.includes(family) &&
    !(sends.exceptDefaultRoute && isDefaultRoute) &&
    (sends.only === undefined || listed)
  );
}
