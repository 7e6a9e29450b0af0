import { type Address, family, ipv4Address, ipv6Address, value } from "./address.ts";
import { first, type Prefix } from "./prefix.ts";
import { containsAddress } from "./prefix-relations.ts";

/** The address at the same place of another prefix of the same size; `undefined` where it is in the first one not. */
export function translate(address: Address, from: Prefix, to: Prefix): Address | undefined {
  if (!containsAddress(from, address) || from.length !== to.length) return undefined;

  if (address[family] === 4) {
    return from.family === 4 && to.family === 4
      ? ipv4Address(address[value] - from[first] + to[first])
      : undefined;
  }
  return from.family === 6 && to.family === 6
    ? ipv6Address(address[value] - from[first] + to[first])
    : undefined;
}
