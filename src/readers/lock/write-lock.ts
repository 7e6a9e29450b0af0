import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Lock } from "../../model/lock.ts";
import type { JsonObject } from "../../source/document.ts";

/** Sorted by name, so that two branches which each add a network seldom touch the same lines. */
export function writeLock(lock: Lock): JsonObject {
  return {
    format: "isthmus/lock",
    version: 1,
    regions: sorted(lock.regionBlocks, texts),
    virtualNetworks: sorted(lock.networks, ({ addressSpace, subnets }) => ({
      addressSpace: texts(addressSpace),
      subnets: sorted(subnets, texts),
    })),
    ...(lock.hosts.size === 0 ? {} : { hosts: sorted(lock.hosts, (host) => host) }),
    ...(lock.sizes.size === 0 ? {} : { sizes: sorted(lock.sizes, (size) => size) }),
    connections: sorted(lock.connections, ({ kind }) => ({ kind })),
  };
}

function texts(prefixes: readonly Prefix[]): readonly string[] {
  return prefixes.map(formatPrefix);
}

function sorted<T>(map: ReadonlyMap<string, T>, make: (value: T) => JsonObject[string]): JsonObject {
  return Object.fromEntries(
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, make(value)]),
  );
}
