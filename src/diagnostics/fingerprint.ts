import type { LocatedDiagnostic } from "./located.ts";

/**
 * What stays the same when lines move, so that a finding that was dismissed stays dismissed. A finding is known by
 * its rule, its file and its path of keys; where there is no path (broken syntax) by its message without line numbers.
 */
export function fingerprintOf({ rule, file, origin, message }: LocatedDiagnostic): string {
  const path = JSON.stringify(origin.path.length > 0 ? origin.path : message.replace(/line \d+/g, "line"));
  return hash([rule, file, origin.file, path].join("\n"));
}

/** FNV-1a, twice for 64 bits. Not cryptographic: it tells findings apart and hides nothing. */
function hash(text: string): string {
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
