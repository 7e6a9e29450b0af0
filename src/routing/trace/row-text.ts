import { formatPrefix } from "../../ip/index.ts";
import { nextHopKey } from "../bgp/next-hop-key.ts";
import type { AnyRow } from "../solved.ts";

const texts = new WeakMap<AnyRow, string>();

/** All that a trace sees of a row: those that speakers programmed are made anew for each situation. */
export function rowText(row: AnyRow): string {
  const known = texts.get(row) ?? describe(row);
  texts.set(row, known);
  return known;
}

/** What is taken for granted of a route is found by its origin itself, not by what that says. */
function describe({
  prefix,
  nextHop,
  nextHopType,
  nextHopIpAddresses,
  name,
  unlessDefaultRoute,
  origin,
  undecided,
}: AnyRow) {
  const said = [nextHopType, nextHopIpAddresses, name, unlessDefaultRoute, numberOf(origin), undecided];
  return `${formatPrefix(prefix)} ${nextHopKey(nextHop)} ${JSON.stringify(said)}`;
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** Another one for every object, whatever it says. */
export function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(thing, count);
  return count;
}
