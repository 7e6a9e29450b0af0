import { overlappingPairs } from "../../ip/index.ts";
import type { AddressPool } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";
import type { IntentFile } from "./intent-file.ts";
import { readRegion } from "./read-region.ts";
import { at, type Reading, readRanges, report } from "./reading.ts";

export function readPools(reading: Reading, file: IntentFile): readonly AddressPool[] {
  const { addressSpace, extraRegions } = file;
  const origin = at(reading, "addressSpace");
  if (addressSpace === undefined) return [];

  const pools =
    typeof addressSpace === "string" || Array.isArray(addressSpace)
      ? readRanges(reading, addressSpace, origin, "addressSpace")
      : Object.entries(addressSpace).flatMap(([name, value]) => {
          const place = originWithin(origin, name);
          const region = readRegion(reading, name, place, "addressSpace", extraRegions);
          const ranges = readRanges(reading, value, place, `addressSpace.${name}`);
          return region === undefined ? [] : ranges.map((range) => ({ ...range, region }));
        });
  reportOverlaps(reading, pools);
  return pools.map(({ text: _text, ...pool }) => pool);
}

function reportOverlaps(reading: Reading, pools: readonly (AddressPool & { readonly text: string })[]): void {
  for (const [outer, inner] of overlappingPairs(pools.map((pool) => ({ prefix: pool.prefix, value: pool })))) {
    report(
      reading,
      "intent/overlapping-pools",
      inner.value.origin,
      `${inner.value.text} lies in ${outer.value.text}, which addressSpace has already.`,
      "Remove one of them.",
      { related: [{ message: `${outer.value.text} stands here`, origin: outer.value.origin }] },
    );
  }
}
