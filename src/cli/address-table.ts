import { reservedAddressesPerSubnet } from "../azure/virtual-network-limits.ts";
import type { Design } from "../design.ts";
import { addressCount, formatPrefix } from "../ip/index.ts";
import type { NetworkPlan, PlannedRange } from "../model/address-plan.ts";
import { freeIn, networkSpace, networksOf, poolSpaces } from "./address-spaces.ts";
import { columns } from "./columns.ts";
import type { Style } from "./paint.ts";

/** Of all networks only the first few free ranges are shown, so that lines keep short. */
const MOST_FREE = 3;

/** The address plan for people: each network, its subnets, and what is free in it. */
export function addressTable(design: Design, only: string | undefined, style: Style): readonly string[] {
  const most = only === undefined ? MOST_FREE : Number.POSITIVE_INFINITY;
  const networks = networksOf(design, only);
  const pools = only === undefined ? poolSpaces(design) : [];
  const poolRows = pools.map((pool) => [pool.name, listFree(freeIn(pool), most)]);
  const body = columns(
    [
      ...networks.flatMap((plan) => networkRows(plan, most)),
      ...(only === undefined ? poolRowsOf(design) : []),
    ],
    "",
  );
  return [
    ...body,
    ...(pools.length > 0 ? ["", style.bold("Free in addressSpace"), ...columns(poolRows)] : []),
  ];
}

function poolRowsOf({
  addresses: { clientPools = [], natRanges = [] },
}: Design): readonly (readonly string[])[] {
  return [
    ...clientPools.map(({ users, ...pool }) => ({ name: `${users} (users)`, ...pool })),
    ...natRanges.map(({ site, internal, ...range }) => ({ name: `${site} (${internal})`, ...range })),
  ].map(({ name, region, addressSpace }) => [
    name,
    rangesOf(addressSpace),
    region ?? "",
    originsOf(addressSpace),
  ]);
}

function networkRows(plan: NetworkPlan, most: number): readonly (readonly string[])[] {
  const { network, addressSpace, subnets } = plan;
  return [
    [network.name, rangesOf(addressSpace), network.region ?? "", originsOf(addressSpace)],
    ...subnets.map(({ name, addressPrefixes }) => [
      `  ${name}`,
      rangesOf(addressPrefixes),
      usable(addressPrefixes),
      originsOf(addressPrefixes),
    ]),
    ["  (free)", listFree(freeIn(networkSpace(plan)), most)],
  ];
}

function rangesOf(ranges: readonly PlannedRange[]): string {
  return ranges.map(({ prefix }) => formatPrefix(prefix)).join(", ");
}

/** Of IPv4 only: of a /64 nobody counts the addresses. */
function usable(ranges: readonly PlannedRange[]): string {
  const ipv4 = ranges.filter(({ prefix }) => prefix.family === 4);
  if (ipv4.length === 0) return "";

  let sum = 0;
  for (const { prefix } of ipv4) sum += addressCount(prefix) - reservedAddressesPerSubnet.value;
  return `${sum.toLocaleString("en")} usable`;
}

function originsOf(ranges: readonly PlannedRange[]): string {
  return [...new Set(ranges.map(({ from }) => from))].join(", ");
}

function listFree(free: readonly string[], most: number): string {
  if (free.length === 0) return "nothing";
  return free.length > most
    ? `${free.slice(0, most).join(", ")} and ${free.length - most} more`
    : free.join(", ");
}
