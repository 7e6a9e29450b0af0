import type { Growth, SubnetIntent, VirtualNetworkIntent } from "../../model/intent.ts";

/** What a network of neither size nor subnets gets. */
const ORDINARY_LENGTH = 24;
/** Azure's documentation plans IPv6 networks of /48 to /56; a /56 holds 256 subnets. */
export const IPV6_NETWORK_LENGTH = 56;

/** The IPv4 prefix length that a network is to have: as asked, or the longest that holds its subnets and its growth. */
export function networkLength(network: VirtualNetworkIntent): number {
  if (network.length !== undefined) return network.length;

  const used = addressesOf(network.subnets);
  return used === 0 ? ORDINARY_LENGTH : lengthFor(used, network.growth);
}

/** Blocks of powers of two, the largest first, leave no gaps: their sum is what they take. */
export function addressesOf(subnets: readonly SubnetIntent[]): number {
  let sum = 0;
  for (const subnet of subnets) sum += subnet.length === undefined ? 0 : 2 ** (32 - subnet.length);
  return sum;
}

function lengthFor(used: number, growth: Growth): number {
  const wanted = growth.type === "share" ? used / (1 - growth.share) : used * 2;
  return 32 - Math.ceil(Math.log2(wanted));
}
