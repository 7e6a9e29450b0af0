import { type Address, ipv4Address, ipv6Address } from "./address.ts";
import { parseIpv4 } from "./parse-ipv4.ts";
import { parseIpv6 } from "./parse-ipv6.ts";

/** Refuses blanks, zone ids and octets with a leading zero; takes IPv6 in any spelling. */
export function parseAddress(text: string): Address | undefined {
  if (text.includes(":")) {
    const address = parseIpv6(text);
    return address === undefined ? undefined : ipv6Address(address);
  }

  const address = parseIpv4(text);
  return address === undefined ? undefined : ipv4Address(address);
}
