import { formatAddress } from "./format-address.ts";
import { firstAddress, type Prefix } from "./prefix.ts";

/** The one canonical spelling, so that equal prefixes are equal text and the text can be a key. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(firstAddress(prefix))}/${prefix.length}`;
}
