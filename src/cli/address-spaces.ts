import type { Design } from "../design.ts";
import { createAllocator, formatPrefix, freeBlocks, type Prefix } from "../ip/index.ts";
import type { NetworkPlan } from "../model/address-plan.ts";
import { findName } from "./find-name.ts";

/** Ranges, and what of them is taken. */
export interface AddressSpace {
  readonly name: string;
  readonly space: readonly Prefix[];
  readonly used: readonly Prefix[];
}

/** Where planned networks come from, less all that stands in the file. */
export function poolSpaces({ intent, addresses }: Design): readonly AddressSpace[] {
  const used = [
    ...[...addresses.networks, ...(addresses.clientPools ?? []), ...(addresses.natRanges ?? [])].flatMap(
      ({ addressSpace }) => addressSpace.map(({ prefix }) => prefix),
    ),
    ...intent.sites.flatMap(({ addressSpace, nat }) =>
      [...addressSpace, ...(nat?.addressSpace ?? [])].map(({ prefix }) => prefix),
    ),
    ...intent.p2sUsers.flatMap((users) => users.addressPool.map(({ prefix }) => prefix)),
    ...intent.reserved.map(({ prefix }) => prefix),
  ];
  return intent.pools.map(({ prefix, region }) => ({
    name: region === undefined ? formatPrefix(prefix) : `${formatPrefix(prefix)} (${region})`,
    space: [prefix],
    used,
  }));
}

/** One network, less its subnets. */
export function networkSpace({ network, addressSpace, subnets }: NetworkPlan): AddressSpace {
  return {
    name: network.name,
    space: addressSpace.map(({ prefix }) => prefix),
    used: subnets.flatMap(({ addressPrefixes }) => addressPrefixes.map(({ prefix }) => prefix)),
  };
}

/** All networks of the plan, or the one that is named. */
export function networksOf(
  { addresses: { networks }, intent }: Design,
  name: string | undefined,
): readonly NetworkPlan[] {
  if (name === undefined) return networks;
  const found = findName(
    name,
    networks.map(({ network }) => network.name),
    intent.origin.file,
  );
  return networks.filter(({ network }) => network.name === found);
}

export function freeIn({ space, used }: AddressSpace): readonly string[] {
  return freeBlocks(space, used).map(formatPrefix);
}

/** The first range of that size, where a network or a subnet would be planned next. */
export function nextFree(spaces: readonly AddressSpace[], length: number): string | undefined {
  for (const { space, used } of spaces) {
    const found = createAllocator(space, used).take(length);
    if (found) return formatPrefix(found);
  }
  return undefined;
}
