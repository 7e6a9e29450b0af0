import type { LocatedDiagnostic } from "./located.ts";

/**
 * What stays the same when lines move and lists are sorted anew, so that a finding that was dismissed stays dismissed.
 * A finding is known by its rule, its file and its path of keys and names; where there is no path (broken syntax) by its
 * message without line numbers.
 */
export function fingerprintOf({ rule, file, origin, message, place }: LocatedDiagnostic): string {
  const path = origin.path.length > 0 ? (place ?? origin.path) : message.replace(/line \d+/g, "line");
  return hash([rule, file, origin.file, JSON.stringify(path)].join("\n"));
}

/** FNV-1a, twice for 64 bits. Not cryptographic: it tells findings apart and hides nothing. */
export function hash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0xc9dc5118;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code ^ (at & 0xff), 0x01000193);
  }
  return hexadecimal(first) + hexadecimal(second);
}

function hexadecimal(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
