import { compareAddresses } from "./address.ts";
import { parseAddress } from "./parse-address.ts";
import { firstAddress, hostPrefix, type Prefix, prefixOf } from "./prefix.ts";

const LENGTH = /^(?:0|[1-9][0-9]{0,2})$/;

/** Strict, as Azure's API is: `undefined` if the length is missing or a host bit is set. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;

  const address = parseAddress(text.slice(0, slash));
  const length = parseLength(text.slice(slash + 1));
  if (address === undefined || length === undefined) return undefined;

  const prefix = prefixOf(address, length);
  return prefix !== undefined && compareAddresses(firstAddress(prefix), address) === 0 ? prefix : undefined;
}

/** What the user may have meant, for hints: clears host bits, and takes a bare address as a prefix of one address. */
export function alignPrefix(text: string): Prefix | undefined {
  const slash = text.indexOf("/");
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash < 0) return hostPrefix(address);

  const length = parseLength(text.slice(slash + 1));
  return length === undefined ? undefined : prefixOf(address, length);
}

function parseLength(text: string): number | undefined {
  return LENGTH.test(text) ? Number(text) : undefined;
}
