import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import {
  contains,
  createPrefixTable,
  type Family,
  formatPrefix,
  overlappingPairs,
  overlaps,
  type Prefix,
} from "../../ip/index.ts";
import type { RegionBlock } from "../../model/address-plan.ts";
import type { Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Lock } from "../../model/lock.ts";
import { type FixedRange, isSummary } from "./fixed-ranges.ts";
import { addressesOf } from "./network-length.ts";

/** What of the lock still holds. */
export interface Keeping {
  readonly networks: ReadonlyMap<string, readonly Prefix[]>;
  readonly regionBlocks: readonly RegionBlock[];
  /** Networks whose locked range broke: they are reported and not planned anew. */
  readonly broken: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

const RECONSIDER = "or run with --reconsider to plan it anew";
const RECONSIDER_ONLY = "Run with --reconsider to plan it anew.";

/** A locked range that no longer fits is an error, for moving a network is a redeployment; `reconsider` moves it. */
export function keepRanges(
  intent: Intent,
  lock: Lock,
  fixed: readonly FixedRange[],
  reconsider: boolean,
): Keeping {
  const networks = new Map<string, readonly Prefix[]>();
  const broken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const table = createPrefixTable(
    fixed.filter((range) => !isSummary(range, intent.pools)).map((range) => [range.prefix, range]),
  );

  for (const network of intent.virtualNetworks) {
    const locked = lock.networks.get(network.name)?.addressSpace ?? [];
    const kept = locked.filter((prefix) => isPlanned(network, prefix.family));
    if (kept.length === 0) continue;

    const problem = kept
      .map((prefix) => problemOf(prefix, network, intent, lock, table))
      .find((found) => found);
    if (!problem) networks.set(network.name, kept);
    else if (!reconsider) {
      broken.add(network.name);
      diagnostics.push(problem);
    }
  }
  diagnostics.push(...overlapsWithin(networks, lock));
  return { networks, broken, regionBlocks: keepBlocks(intent, lock), diagnostics };
}

/** Of an existing network nothing is, and of others what the file itself does not say. */
function isPlanned({ existing, addressSpace, dualStack }: VirtualNetworkIntent, family: Family): boolean {
  if (existing !== undefined) return false;
  return family === 4
    ? addressSpace.length === 0
    : dualStack && !addressSpace.some(({ prefix }) => prefix.family === 6);
}

function problemOf(
  prefix: Prefix,
  network: VirtualNetworkIntent,
  intent: Intent,
  lock: Lock,
  fixed: ReturnType<typeof createPrefixTable<FixedRange>>,
): Diagnostic | undefined {
  const text = formatPrefix(prefix);
  const origin = { file: lock.file, path: ["virtualNetworks", network.name, "addressSpace"] };
  const [hit] = [...fixed.covering(prefix), ...fixed.inside(prefix)];
  if (hit) {
    return {
      rule: "lock/overlapping-range",
      severity: "error",
      message: `${network.name} has ${text} from ${lock.file}, which overlaps ${formatPrefix(hit.prefix)} of ${hit.value.owner}.`,
      origin: hit.value.origin ?? origin,
      related: [{ message: `${network.name} has ${text} here`, origin }],
      hint:
        hit.value.type === "reserved"
          ? RECONSIDER_ONLY
          : `Give ${hit.value.owner} another range, ${RECONSIDER}.`,
    };
  }
  const pools = intent.pools.filter((pool) => pool.region === undefined || pool.region === network.region);
  if (!pools.some((pool) => contains(pool.prefix, prefix))) {
    return {
      rule: "lock/invalid-range",
      severity: "error",
      message: `${network.name} has ${text} from ${lock.file}, which lies outside addressSpace.`,
      origin: network.origin,
      at: "key",
      related: [{ message: `${network.name} has ${text} here`, origin }],
      hint: `Put ${text} back into addressSpace, ${RECONSIDER}.`,
    };
  }
  const size = prefix.family === 4 ? sizeProblem(prefix, network) : undefined;
  return size === undefined
    ? undefined
    : {
        rule: "lock/stale-range",
        severity: "error",
        message: `${network.name} ${size}, and ${lock.file} keeps it at ${text}.`,
        origin: network.origin,
        at: "key",
        related: [{ message: `${network.name} has ${text} here`, origin }],
        hint: `Write addressSpace: [${text}, …] with a second range, ${RECONSIDER}.`,
      };
}

function sizeProblem(prefix: Prefix, network: VirtualNetworkIntent): string | undefined {
  if (network.length !== undefined) {
    return network.length === prefix.length ? undefined : `asks for the size /${network.length}`;
  }
  const used = addressesOf(network.subnets);
  return used > 2 ** (32 - prefix.length) ? `has subnets of ${used} addresses` : undefined;
}

/** Two networks of a lock that was edited, or merged badly. */
function overlapsWithin(networks: ReadonlyMap<string, readonly Prefix[]>, lock: Lock): Diagnostic[] {
  const entries = [...networks].flatMap(([name, prefixes]) =>
    prefixes.map((prefix) => ({ prefix, value: name })),
  );
  return [...overlappingPairs(entries)].map(([outer, inner]) => ({
    rule: "lock/overlapping-range",
    severity: "error",
    message: `${lock.file} gives ${outer.value} ${formatPrefix(outer.prefix)} and ${inner.value} ${formatPrefix(inner.prefix)}, which overlap.`,
    origin: { file: lock.file, path: ["virtualNetworks", inner.value, "addressSpace"] },
    related: [
      {
        message: `${outer.value} has ${formatPrefix(outer.prefix)} here`,
        origin: { file: lock.file, path: ["virtualNetworks", outer.value, "addressSpace"] },
      },
    ],
    hint: `Take the entry of one of them out of ${lock.file}; it is planned anew.`,
  }));
}

/** Blocks that still lie in a shared pool and in nobody else's; the others are planned anew without a word. */
function keepBlocks(intent: Intent, lock: Lock): readonly RegionBlock[] {
  const shared = intent.pools.filter((pool) => pool.region === undefined);
  const kept: RegionBlock[] = [];
  for (const [region, prefixes] of lock.regionBlocks) {
    for (const prefix of prefixes) {
      const fits = shared.some((pool) => contains(pool.prefix, prefix));
      if (fits && !kept.some((block) => overlaps(block.prefix, prefix))) kept.push({ region, prefix });
    }
  }
  return kept;
}
