import { type Address, containsAddress } from "../ip/index.ts";
import type { AddressMatch } from "../model/topology.ts";

/** What the node with a filter knows of an address. */
export interface AddressJudge {
  /** Its table leads there, and not by the internet. */
  isRouted(address: Address): boolean;
  isPublic(address: Address): boolean;
  /** Some network or site of the estate has it. */
  isOfEstate(address: Address): boolean;
}

/** `undefined`: nobody can say, for the ranges are not known. */
export function matchesAddress(
  match: AddressMatch,
  address: Address,
  judge: AddressJudge,
): boolean | undefined {
  if (match.any || match.prefixes.some((prefix) => containsAddress(prefix, address))) return true;
  if (match.routed && judge.isRouted(address)) return true;
  if (match.internet && judge.isPublic(address) && !judge.isRouted(address)) return true;

  const holdsUnknown = match.unknown.length > 0 && judge.isPublic(address) && !judge.isOfEstate(address);
  return holdsUnknown ? undefined : false;
}
