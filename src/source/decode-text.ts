import type { SyntaxProblem } from "./document.ts";
import { positionsOf } from "./positions.ts";
import { endOfValidUtf8 } from "./utf8.ts";

/** Node and browsers have it; the core is compiled without the types of either. */
declare const TextDecoder: new (
  label: "utf-8" | "utf-16le" | "utf-16be",
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export type DecodedText = { readonly text: string } | { readonly problem: SyntaxProblem };

/**
 * Strict UTF-8, or UTF-16 where a byte order mark says so, as Windows PowerShell writes whatever is sent to a file; without
 * that mark. Anything else is refused with the place of its first bad byte.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = utf16Of(bytes);
  if (encoding) {
    const text = decode(bytes, encoding);
    return text === undefined || text.includes("\0")
      ? problemAt(bytes, 0, "The file begins as UTF-16 and is none.", "Save the file as UTF-8.")
      : { text };
  }

  const text = decode(bytes);
  const zero = bytes.indexOf(0);
  const bad = text === undefined ? endOfValidUtf8(bytes) : bytes.length;
  if (zero >= 0 && zero < bad) {
    return problemAt(
      bytes,
      zero,
      "The file holds a byte 0x00, so it is no text.",
      "Name a YAML or JSON file.",
    );
  }
  if (text !== undefined) return { text };

  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const { line, column } = positionOfByte(bytes, bad);
  const message = `Byte 0x${byte} at line ${line}, column ${column} is not UTF-8.`;
  return problemAt(bytes, bad, message, "Save the file as UTF-8.");
}

function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decode(
  bytes: Uint8Array,
  encoding: "utf-8" | "utf-16le" | "utf-16be" = "utf-8",
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function problemAt(bytes: Uint8Array, offset: number, message: string, hint: string): DecodedText {
  const start = positionOfByte(bytes, offset);
  const end = { offset: start.offset + 1, line: start.line, column: start.column + 1 };
  return { problem: { message, hint, span: { start, end } } };
}

/** Everything before a bad byte is good, so its place is where the text before it ends. */
function positionOfByte(bytes: Uint8Array, offset: number): SyntaxProblem["span"]["start"] {
  const before = decode(bytes.subarray(0, offset)) ?? "";
  return positionsOf(before)(before.length);
}
