import { subnetLengths } from "../../azure/virtual-network-limits.ts";
import type { Diagnostic, Related } from "../../diagnostics/diagnostic.ts";
import { alignPrefix, formatPrefix, parsePrefix } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { Asked } from "../../model/needs.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import type { Damage } from "./damage.ts";
import type { Figure } from "./read-units.ts";

/** One run over an intent file: where it is, and the mistakes found so far. */
export interface Reading {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  readonly damage: Damage;
  /** Networks of no region, in the order of the file. */
  readonly withoutRegion: { readonly name: string; readonly origin: Origin }[];
}

export function at(reading: Reading, ...path: Path): Origin {
  return { file: reading.file, path };
}

export interface Mistake {
  readonly related?: readonly Related[];
  readonly at?: "key";
}

export function report(
  reading: Reading,
  rule: string,
  origin: Origin,
  message: string,
  hint: string,
  more: Mistake = {},
): void {
  reading.diagnostics.push({ rule, severity: "error", message, origin, hint, ...more });
}

/** The ranges of a text or a list of texts; what is none is reported and left out. */
export function readRanges(
  reading: Reading,
  value: string | readonly string[] | undefined,
  origin: Origin,
  name: string,
): readonly ValidRange[] {
  if (value === undefined) return [];
  if (typeof value === "string") return readRange(reading, value, origin, name);
  return value.flatMap((text, index) => readRange(reading, text, originWithin(origin, index), name));
}

function readRange(reading: Reading, text: string, origin: Origin, name: string): readonly ValidRange[] {
  const prefix = parsePrefix(text);
  if (prefix) return [{ text, prefix, origin }];

  const { wrong, hint } = wrongRange(text);
  report(reading, "intent/invalid-prefix", origin, `${name} has "${text}", which ${wrong}.`, hint);
  return [];
}

function wrongRange(text: string): { readonly wrong: string; readonly hint: string } {
  const aligned = alignPrefix(text.trim());
  if (!aligned)
    return {
      wrong: "is not a range of addresses",
      hint: "Write an address, a slash and a length: 10.64.0.0/16.",
    };
  if (!text.includes("/"))
    return {
      wrong: "has no length",
      hint: `Write ${text.trim()}/${aligned.family === 4 ? 24 : 64}, with the length that you mean.`,
    };

  const isAligned = formatPrefix(aligned) === text.trim();
  return {
    wrong: isAligned ? "has blanks around it" : "has bits set behind its length",
    hint: `Write ${formatPrefix(aligned)}.`,
  };
}

/** A prefix length as `/22`. */
export function readLength(reading: Reading, text: string, origin: Origin, name: string): number | undefined {
  const match = /^\/(\d{1,3})$/.exec(text);
  const length = Number(match?.[1]);
  if (match && length >= subnetLengths.value.largest && length <= subnetLengths.value.smallest) return length;

  const { largest, smallest } = subnetLengths.value;
  const hint = /^\d{1,2}$/.test(text)
    ? `Write /${text}.`
    : `Write a length between /${largest} and /${smallest}, such as /22.`;
  const wrong = match ? "which Azure does not take" : "which is no length of a prefix";
  report(reading, "intent/invalid-size", origin, `${name} has the size "${text}", ${wrong}.`, hint);
  return undefined;
}

export function readFigure(
  reading: Reading,
  figure: Figure,
  origin: Origin,
  name: string,
): Asked<number> | undefined {
  if ("value" in figure) return { value: figure.value, origin };

  report(reading, "intent/invalid-unit", origin, `${name} ${figure.wrong}`, figure.hint);
  return undefined;
}
