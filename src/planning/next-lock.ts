import type { Prefix } from "../ip/index.ts";
import type { AddressPlan, PlannedRange } from "../model/address-plan.ts";
import type { Lock, LockedNetwork } from "../model/lock.ts";
import type { Decided } from "./decide.ts";
import { pairKey } from "./expand-connections.ts";
import type { GatewayPlan } from "./gateways/gateway-plan.ts";
import { facilityKey } from "./gateways/size-facilities.ts";

/** What the next run must keep: everything that was planned and decided, and nothing that the file itself says. */
export function nextLock(
  lock: Lock,
  addresses: AddressPlan,
  decided: readonly Decided[],
  { hosts, facilities }: Pick<GatewayPlan, "hosts" | "facilities">,
): Lock {
  const regionBlocks = new Map<string, Prefix[]>();
  for (const { region, prefix } of addresses.regionBlocks) {
    regionBlocks.set(region, [...(regionBlocks.get(region) ?? []), prefix]);
  }
  const networks = new Map<string, LockedNetwork>();
  for (const { network, addressSpace, subnets } of addresses.networks) {
    const planned = subnets
      .map(({ name, addressPrefixes }) => [name, notGiven(addressPrefixes)] as const)
      .filter(([, prefixes]) => prefixes.length > 0);
    const entry = { addressSpace: notGiven(addressSpace), subnets: new Map(planned) };
    if (entry.addressSpace.length > 0 || entry.subnets.size > 0) networks.set(network.name, entry);
  }
  const connections = new Map(
    decided.flatMap(({ wish, kind }) => (kind ? [[pairKey(wish), { kind: kind.name }] as const] : [])),
  );
  const sizes = new Map(facilities.map(({ facility, at, sku }) => [facilityKey(facility, at), sku]));
  return { file: lock.file, regionBlocks, networks, connections, hosts, sizes };
}

function notGiven(ranges: readonly PlannedRange[]): readonly Prefix[] {
  return ranges.filter(({ from }) => from !== "given").map(({ prefix }) => prefix);
}
