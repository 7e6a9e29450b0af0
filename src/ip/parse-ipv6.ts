import { parseIpv4 } from "./parse-ipv4.ts";

const GROUP = /^[0-9a-f]{1,4}$/i;
const LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length;

/**
 * The number of an address in any spelling of RFC 4291, section 2.2: upper or lower case, `::` once for one or more
 * groups of zeros, the last two groups as IPv4. Zone ids are refused: they mean nothing outside one machine.
 */
export function parseIpv6(text: string): bigint | undefined {
  if (text.length > LONGEST) return undefined;

  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;

  const before = hexadecimalGroups(head, tail === undefined);
  const after = hexadecimalGroups(tail ?? "", true);
  if (before === undefined || after === undefined) return undefined;

  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;

  return BigInt(`0x${digits(before)}${"0000".repeat(missing)}${digits(after)}`);
}

/** IPv4 may stand only at the very end of the address. */
function hexadecimalGroups(text: string, endsAddress: boolean): string[] | undefined {
  if (text === "") return [];

  const groups = text.split(":");
  const last = text.slice(text.lastIndexOf(":") + 1);
  if (endsAddress && last.includes(".")) {
    const embedded = parseIpv4(last);
    if (embedded === undefined) return undefined;
    groups.splice(-1, 1, (embedded >>> 16).toString(16), (embedded & 0xffff).toString(16));
  }

  return groups.every((group) => GROUP.test(group)) ? groups : undefined;
}

function digits(groups: readonly string[]): string {
  return groups.map((group) => group.padStart(4, "0")).join("");
}
