import { alignPrefix, formatPrefix } from "../ip/index.ts";
import type { AddressRange } from "../model/address-range.ts";
import type { Finding } from "../model/rule.ts";

/** What is wrong with a text that is no prefix, and what was probably meant. */
export function invalidPrefix(owner: string, { text, origin }: AddressRange): Finding {
  const aligned = alignPrefix(text);
  const meant = aligned && formatPrefix(aligned);
  return {
    message: `${owner} has ${text || "an empty text"} as an address prefix, ${problemOf(text, meant)}.`,
    origin,
    hint: hintFor(text, meant),
    ...(meant !== undefined && text.includes("/")
      ? { fix: [{ type: "set", origin, was: text, value: meant }] }
      : {}),
  };
}

function problemOf(text: string, meant: string | undefined): string {
  if (!meant) return "which is not in CIDR notation";
  return text.includes("/") ? `which does not begin where ${meant} begins` : "which has no length";
}

function hintFor(text: string, meant: string | undefined): string {
  if (!meant) return "Write it in CIDR notation, such as 10.0.0.0/24.";
  if (text.includes("/")) return `Write ${meant}.`;
  return "Add the length of the range, as in 10.0.0.0/24.";
}
