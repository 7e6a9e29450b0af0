import { reservedAddressesPerSubnet } from "../azure/virtual-network-limits.ts";
import {
  type Address,
  addressAt,
  addressCount,
  firstAddress,
  formatAddress,
  type Prefix,
} from "../ip/index.ts";
import type { Node, Topology } from "../model/topology.ts";

/** Azure keeps the last address of a subnet, and the others that it reserves are the first. */
const FIRST_HOST = reservedAddressesPerSubnet.value - 1;

/**
 * The address that a host there would use: the first that is free, for one that something else has would be traced to
 * that. `skip` leaves out so many more.
 */
export function hostAddress(
  node: Node,
  family: 4 | 6,
  skip: number,
  { nodes }: Topology,
): Address | undefined {
  const prefix = node.prefixes.find((one) => one.family === family);
  if (!prefix || addressCount(prefix) === 1) return prefix && firstAddress(prefix);

  const first = node.role === "subnet" ? FIRST_HOST : 1;
  const taken = new Set<string>();
  for (const { within, prefixes } of nodes.values()) {
    if (within !== undefined && (within === node.within || within === node.id))
      for (const one of prefixes) if (addressCount(one) === 1) taken.add(formatAddress(firstAddress(one)));
  }
  return firstFree(prefix, first, skip, taken) ?? addressAt(prefix, first);
}

function firstFree(
  prefix: Prefix,
  first: number,
  skip: number,
  taken: ReadonlySet<string>,
): Address | undefined {
  let left = skip;
  for (let offset = first; offset <= first + skip + taken.size; offset += 1) {
    const address = offset < addressCount(prefix) - 1 ? addressAt(prefix, offset) : undefined;
    if (!address) return undefined;
    if (taken.has(formatAddress(address))) continue;
    if (left === 0) return address;
    left -= 1;
  }
  return undefined;
}
