/** What an address plan must be, spelled out: pairs are tried one by one, and room is looked for in every block. */
import { formatPrefix, type Prefix, split } from "../../src/ip/index.ts";
import type { AddressPlan, PlannedRange } from "../../src/model/address-plan.ts";
import type { AddressPool, Intent, VirtualNetworkIntent } from "../../src/model/intent.ts";
import { containsByRange, isFree, overlapsByRange, prefix, rangeOf } from "./ip.ts";

const TAKEN_BY_AZURE = [
  "224.0.0.0/4",
  "255.255.255.255/32",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "168.63.129.16/32",
];

/** Everything that a planned range must keep away from, beside other planned ranges. */
export function claimedRanges(intent: Intent): readonly Prefix[] {
  const isSummary = (range: Prefix) =>
    intent.pools.some((pool) => containsByRange(range, pool.prefix) && range.length < pool.prefix.length);
  return [
    ...intent.virtualNetworks.flatMap((network) => network.addressSpace.map((range) => range.prefix)),
    ...intent.sites
      .flatMap((site) => site.addressSpace.map((range) => range.prefix))
      .filter((range) => !isSummary(range)),
    ...intent.p2sUsers.flatMap((users) =>
      [...users.addressPool, ...users.localNetworks].map((range) => range.prefix),
    ),
    ...intent.reserved.map((range) => range.prefix),
    ...TAKEN_BY_AZURE.map(prefix),
  ];
}

export function poolsOf(intent: Intent, region: string | undefined): readonly AddressPool[] {
  return intent.pools.filter((pool) => pool.region === undefined || pool.region === region);
}

export function plannedRanges(plan: AddressPlan): readonly Prefix[] {
  return plan.networks.flatMap(({ addressSpace }) => onlyPlanned(addressSpace));
}

export function onlyPlanned(ranges: readonly PlannedRange[]): readonly Prefix[] {
  return ranges.filter(({ from }) => from === "planned").map((range) => range.prefix);
}

/** Sentences that say what is wrong with a plan; none, if it is right. */
export function faultsOf(plan: AddressPlan, intent: Intent): readonly string[] {
  const planned = plannedRanges(plan);
  const claimed = claimedRanges(intent);
  return [
    ...pairs(planned)
      .filter(([a, b]) => overlapsByRange(a, b))
      .map(([a, b]) => `planned ${formatPrefix(a)} overlaps planned ${formatPrefix(b)}`),
    ...planned.flatMap((range) =>
      claimed
        .filter((other) => overlapsByRange(range, other))
        .map((other) => `planned ${formatPrefix(range)} overlaps ${formatPrefix(other)}`),
    ),
    ...plan.networks.flatMap(({ network, addressSpace, subnets }) => [
      ...onlyPlanned(addressSpace)
        .filter(
          (range) => !poolsOf(intent, network.region).some((pool) => containsByRange(pool.prefix, range)),
        )
        .map(
          (range) => `${network.name} has ${formatPrefix(range)}, which is in no pool of ${network.region}`,
        ),
      ...subnetFaults(network, addressSpace, subnets),
      ...sizeFaults(network, addressSpace),
    ]),
  ];
}

function subnetFaults(
  network: VirtualNetworkIntent,
  space: readonly PlannedRange[],
  subnets: AddressPlan["networks"][number]["subnets"],
): readonly string[] {
  const ranges = subnets.flatMap(({ name, addressPrefixes }) =>
    addressPrefixes.map((range) => ({ name, ...range })),
  );
  return [
    ...ranges
      .filter(
        (range) =>
          range.from === "planned" && !space.some((one) => containsByRange(one.prefix, range.prefix)),
      )
      .map(
        ({ name, prefix: range }) =>
          `${network.name}/${name} has ${formatPrefix(range)}, outside its network`,
      ),
    ...pairs(ranges)
      .filter(
        ([a, b]) => (a.from === "planned" || b.from === "planned") && overlapsByRange(a.prefix, b.prefix),
      )
      .map(([a, b]) => `${network.name}/${a.name} overlaps ${network.name}/${b.name}`),
  ];
}

/** A network whose size follows from its subnets has its growth, and is not larger than it must be. */
function sizeFaults(network: VirtualNetworkIntent, space: readonly PlannedRange[]): readonly string[] {
  const used = network.subnets.reduce(
    (sum, { length }) => sum + (length === undefined ? 0 : 2 ** (32 - length)),
    0,
  );
  return onlyPlanned(space)
    .filter(({ family }) => family === 4)
    .flatMap((range) => {
      if (network.length !== undefined)
        return range.length === network.length ? [] : [`${network.name} has the wrong size`];
      if (used === 0) return [];
      const size = 2 ** (32 - range.length);
      const needed = network.growth.type === "share" ? used / (1 - network.growth.share) : used * 2;
      return size >= needed && size / 2 < needed
        ? []
        : [`${network.name} has ${size} addresses for ${needed}`];
    });
}

/** The lowest aligned block of this length in any of the pools that nothing claims. */
export function firstFit(
  pools: readonly Prefix[],
  used: readonly Prefix[],
  length: number,
): Prefix | undefined {
  return pools
    .flatMap((pool) => [...split(pool, length)])
    .filter((block) => isFree(block, pools, used))
    .sort((a, b) => (rangeOf(a).first < rangeOf(b).first ? -1 : 1))
    .at(0);
}

function pairs<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  return values.flatMap((a, index) => values.slice(index + 1).map((b) => [a, b] as const));
}
