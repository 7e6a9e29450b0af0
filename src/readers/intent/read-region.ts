import { regions, sovereignRegions } from "../../azure/regions.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import type { Origin } from "../../source/origin.ts";
import { type Reading, report } from "./reading.ts";

/** A region as ARM spells it. One that nobody knows is reported, and `undefined`. */
export function readRegion(
  reading: Reading,
  text: string,
  origin: Origin,
  subject: string,
  extra: readonly string[],
  at?: "key",
): string | undefined {
  const region = normaliseRegion(text);
  const isKnown =
    Object.hasOwn(regions.value, region) ||
    Object.hasOwn(sovereignRegions.value, region) ||
    extra.map(normaliseRegion).includes(region);
  if (isKnown) return region;

  const guess = didYouMean(region, [...Object.keys(regions.value), ...Object.keys(sovereignRegions.value)]);
  const otherwise = `If Azure has opened it since ${regions.readOn}, list it under extraRegions.`;
  report(
    reading,
    "intent/unknown-region",
    origin,
    `${subject} "${text}", which is no region that is known here.`,
    guess ? `Write ${guess}.` : otherwise,
    at ? { at } : {},
  );
  return undefined;
}
