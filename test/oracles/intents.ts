/** Intent files as a person could write them, for properties: always valid, small enough to be crowded. */
import fc from "fast-check";
import type { JsonObject } from "../../src/source/document.ts";

export interface NetworkText {
  readonly region: string;
  readonly size?: string;
  readonly addressSpace?: readonly string[];
  readonly dualStack?: boolean;
  readonly growth?: string;
  readonly existing?: string;
  readonly subnets?: Readonly<Record<string, SubnetText>>;
}

export type SubnetText = string | null | { readonly hosts: number };

export interface IntentText {
  readonly name: string;
  readonly addressSpace: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly reserved?: readonly string[];
  readonly virtualNetworks: Readonly<Record<string, NetworkText>>;
  readonly sites?: Readonly<Record<string, { readonly addressSpace: readonly string[] }>>;
  readonly p2sUsers?: Readonly<
    Record<string, { readonly count: number; readonly addressPool: readonly string[] }>
  >;
  readonly connections?: readonly JsonObject[];
}

const regions = ["eastus2", "northeurope", "westeurope"] as const;
const anyRegion = fc.constantFrom(...regions);
const anyGrowth = fc.constantFrom("none", "25%", "50%", "nextPowerOfTwo", "10%");

/** Aligned to its length, and mostly in the pool, 10.64.0.0/20, or beside it. */
export const anyFixedRange = fc
  .tuple(fc.nat(31), fc.integer({ min: 22, max: 26 }), fc.nat(15))
  .map(([third, length, block]) => {
    const size = 2 ** (32 - length);
    const offset = Math.floor((third * 256 + block * 16) / size) * size;
    return `10.64.${Math.floor(offset / 256)}.${offset % 256}/${length}`;
  });

const anySubnet: fc.Arbitrary<SubnetText> = fc.oneof(
  fc.integer({ min: 25, max: 29 }).map((length) => `/${length}`),
  fc.integer({ min: 1, max: 120 }).map((hosts) => ({ hosts })),
  fc.constant(null),
);
const anySubnets = fc.dictionary(fc.constantFrom("web", "data", "app", "GatewaySubnet", "jobs"), anySubnet, {
  maxKeys: 4,
  noNullPrototype: true,
});

export const anyPlannedNetwork: fc.Arbitrary<NetworkText> = fc.oneof(
  fc.record({ region: anyRegion, size: fc.integer({ min: 22, max: 27 }).map((length) => `/${length}`) }),
  fc.record({ region: anyRegion, subnets: anySubnets, growth: anyGrowth }),
  fc.record({ region: anyRegion, subnets: anySubnets, dualStack: fc.boolean() }),
);

const anyFixedNetwork: fc.Arbitrary<NetworkText> = fc.record({
  region: anyRegion,
  addressSpace: anyFixedRange.map((range) => [range]),
});

const anyExistingNetwork: fc.Arbitrary<NetworkText> = fc
  .tuple(anyRegion, anyFixedRange, fc.uuid())
  .map(([region, range, id]) => ({
    region,
    addressSpace: [range],
    existing: `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy`,
    subnets: { added: "/28" },
  }));

/** Names differ from any that the other dictionaries make. */
function named<T>(prefix: string, value: fc.Arbitrary<T>, maxKeys: number): fc.Arbitrary<Record<string, T>> {
  return fc
    .array(value, { maxLength: maxKeys })
    .map((values) => Object.fromEntries(values.map((one, index) => [`${prefix}-${index}`, one])));
}

const anyPools = fc.constantFrom<IntentText["addressSpace"]>(
  ["10.64.0.0/20", "fd00:64::/48"],
  ["10.64.0.0/20", "10.80.0.0/22", "fd00:64::/52"],
  ["10.64.0.0/21", "10.64.8.0/22", "fd00:64::/54"],
  { westeurope: ["10.64.0.0/21", "fd00:64::/48"], northeurope: ["10.64.8.0/21"], eastus2: ["10.80.0.0/20"] },
);

export const anyIntent: fc.Arbitrary<IntentText> = fc
  .record({
    pools: anyPools,
    planned: named("planned", anyPlannedNetwork, 7),
    fixed: named("fixed", anyFixedNetwork, 3),
    existing: named("existing", anyExistingNetwork, 2),
    reserved: fc.array(anyFixedRange, { maxLength: 2 }),
    site: fc.option(fc.oneof(anyFixedRange, fc.constant("10.0.0.0/8"), fc.constant("192.168.0.0/16")), {
      nil: undefined,
    }),
    users: fc.option(anyFixedRange, { nil: undefined }),
  })
  .map(({ pools, planned, fixed, existing, reserved, site, users }) => ({
    name: "any",
    addressSpace: pools,
    ...(reserved.length > 0 ? { reserved } : {}),
    virtualNetworks: { ...planned, ...fixed, ...existing },
    ...(site === undefined ? {} : { sites: { amsterdam: { addressSpace: [site] } } }),
    ...(users === undefined ? {} : { p2sUsers: { staff: { count: 10, addressPool: [users] } } }),
  }));
