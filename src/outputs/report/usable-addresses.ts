import { ipv6SubnetLength, reservedAddressesPerSubnet } from "../../azure/virtual-network-limits.ts";
import { addressCount, type Prefix } from "../../ip/index.ts";
import { formatCount } from "../map/format-count.ts";

/** Without the five that Azure keeps in every IPv4 subnet. */
function usableAddresses(prefix: Prefix): number {
  return Math.max(0, addressCount(prefix) - reservedAddressesPerSubnet.value);
}

/** An IPv6 subnet has more than anybody counts. */
export function usableText(prefixes: readonly Prefix[]): string {
  const counts = prefixes.filter(({ family }) => family === 4).map(usableAddresses);
  const sixes = prefixes
    .filter(({ family }) => family === 6)
    .map(({ length }) => (length === ipv6SubnetLength.value ? "IPv6" : `IPv6 /${length}`));
  return [
    ...(counts.length > 0 ? [formatCount(counts.reduce((sum, count) => sum + count, 0))] : []),
    ...sixes,
  ].join(" + ");
}
