import { formatPrefix, summarise } from "../../ip/index.ts";
import { type AddressRange, isValid, readRanges } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { propertyOf } from "../../model/properties.ts";
import { isUnknown } from "../../model/unknown.ts";
import type { Half } from "./half.ts";
import { arePeeredAsAWhole } from "./peering-type.ts";

export interface StaleAddressSpace {
  readonly known: readonly string[];
  readonly current: readonly string[];
}

/** What the half knows of the remote network's ranges, where that certainly differs from what it has. */
export function staleAddressSpace(half: Half, estate: EstateIndex): StaleAddressSpace | undefined {
  if (!arePeeredAsAWhole(half.localKey, half.remoteKey, estate)) return undefined;

  const known = summaryOf(half.remoteAddressSpace);
  const current = summaryOf(currentRanges(half));
  if (known.length === 0 || current.length === 0 || isPartlyUnknown(half)) return undefined;
  return known.join() === current.join() ? undefined : { known, current };
}

/** What the remote network says of itself; else what Azure reported with the half. */
function currentRanges({ resource, remote }: Half): readonly AddressRange[] {
  if (remote) return remote.addressSpaceIsKnown ? remote.addressSpace : [];

  const path = ["remoteVirtualNetworkAddressSpace", "addressPrefixes"];
  return readRanges(resource, path, propertyOf(resource, ...path));
}

function isPartlyUnknown({ resource }: Half): boolean {
  return ["remoteAddressSpace", "remoteVirtualNetworkAddressSpace"].some((property) => {
    const prefixes = propertyOf(resource, property, "addressPrefixes");
    return Array.isArray(prefixes) && prefixes.some(isUnknown);
  });
}

/** One spelling for the same addresses; nothing where a range is not one. */
function summaryOf(ranges: readonly AddressRange[]): readonly string[] {
  const valid = ranges.filter(isValid);
  return valid.length === ranges.length ? summarise(valid.map(({ prefix }) => prefix)).map(formatPrefix) : [];
}
