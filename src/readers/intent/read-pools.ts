import { reservedRanges } from "../../azure/virtual-network-limits.ts";
import { contains, overlappingPairs, parsePrefix } from "../../ip/index.ts";
import type { AddressPool } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";
import type { IntentFile } from "./intent-file.ts";
import { readRegion } from "./read-region.ts";
import { at, type Reading, readRanges, report } from "./reading.ts";

/** `undefined` where a mistake in the file hides what the pools are. */
export function readPools(reading: Reading, file: IntentFile): readonly AddressPool[] | undefined {
  const { addressSpace, extraRegions } = file;
  const origin = at(reading, "addressSpace");
  const found = reading.diagnostics.length;
  if (reading.damage.touches("addressSpace")) return undefined;
  if (addressSpace === undefined) return reading.damage.lost() ? undefined : [];

  const pools =
    typeof addressSpace === "string" || Array.isArray(addressSpace)
      ? readRanges(reading, addressSpace, origin, "addressSpace")
      : Object.entries(addressSpace).flatMap(([name, value]) => {
          const place = originWithin(origin, name);
          const region = readRegion(
            reading,
            name,
            place,
            "addressSpace names the region",
            extraRegions,
            "key",
          );
          const ranges = readRanges(reading, value, place, `addressSpace.${name}`);
          return region === undefined ? [] : ranges.map((range) => ({ ...range, region }));
        });
  reportOverlaps(reading, pools);
  reportReserved(reading, pools);
  return reading.diagnostics.length > found ? undefined : pools.map(({ text: _text, ...pool }) => pool);
}

/** A pool of which Azure takes nothing would look exhausted before anything was taken from it. */
function reportReserved(reading: Reading, pools: readonly (AddressPool & { readonly text: string })[]): void {
  for (const { prefix, text, origin } of pools) {
    const taken = reservedRanges.value.find((range) => {
      const reserved = parsePrefix(range);
      return reserved && contains(reserved, prefix);
    });
    if (taken === undefined) continue;
    const what = taken === text ? "" : ` as part of ${taken}`;
    report(
      reading,
      "intent/unsupported-range",
      origin,
      `addressSpace has ${text}, which Azure takes in no virtual network${what}.`,
      "Take a private range, such as 10.64.0.0/12.",
    );
  }
}

function reportOverlaps(reading: Reading, pools: readonly (AddressPool & { readonly text: string })[]): void {
  for (const [outer, inner] of overlappingPairs(
    pools.map((pool) => ({ prefix: pool.prefix, value: pool })),
  )) {
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
