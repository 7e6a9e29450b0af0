/** A figure with its unit, or the sentence and the hint that say what is wrong with the text. */
export type Figure = { readonly value: number } | { readonly wrong: string; readonly hint: string };

/** By unit, in lower case: units are told apart by their letters alone. */
type Factors = ReadonlyMap<string, number>;

const BANDWIDTH: Factors = new Map([
  ["kbps", 0.001],
  ["mbps", 1],
  ["gbps", 1000],
  ["tbps", 1_000_000],
  ["kbit/s", 0.001],
  ["mbit/s", 1],
  ["gbit/s", 1000],
]);
/** Bytes: people mean them rarely, and a factor of eight is dear. */
const BYTES: Factors = new Map([
  ["kb/s", 0.008],
  ["mb/s", 8],
  ["gb/s", 8000],
  ["kbyte/s", 0.008],
  ["mbyte/s", 8],
  ["gbyte/s", 8000],
  ["mbyte", 8],
  ["gbyte", 8000],
  ["mbytes", 8],
  ["gbytes", 8000],
]);

export function readBandwidthMbps(text: string | number): Figure {
  const parts = cut(text);
  const factor = parts && BANDWIDTH.get(parts.unit.toLowerCase());
  if (parts && factor !== undefined) return aboveNothing(parts.amount * factor, text);

  const bits = parts && BYTES.get(parts.unit.toLowerCase());
  if (parts && bits !== undefined) {
    const unit = `${parts.unit.charAt(0).toUpperCase()}bps`;
    return {
      wrong: `is "${text}", which counts bytes; bandwidth is in bits.`,
      hint: `Write ${trimmed(parts.amount * bits)} Mbps if bytes were meant, or ${parts.amount} ${unit} if bits were.`,
    };
  }
  return wrongUnit(text, "a bandwidth", "Mbps or Gbps", "500 Mbps");
}

const DAYS: Factors = new Map([
  ["minute", 1 / 1440],
  ["minutes", 1 / 1440],
  ["hour", 1 / 24],
  ["hours", 1 / 24],
  ["day", 1],
  ["days", 1],
  ["week", 7],
  ["weeks", 7],
  ["month", 30],
  ["months", 30],
]);
const MILLISECONDS: Factors = new Map([
  ["ms", 1],
  ["s", 1000],
]);
const GIGABYTES: Factors = new Map([
  ["mb", 0.001],
  ["gb", 1],
  ["tb", 1000],
  ["pb", 1_000_000],
]);

export function readDays(text: string | number): Figure {
  return read(text, DAYS, "a time", "hours, days, weeks or months", "6 weeks");
}

export function readMilliseconds(text: string | number): Figure {
  return read(text, MILLISECONDS, "a round trip", "ms", "20 ms");
}

/** Gigabytes a month; a bare number is gigabytes. */
export function readGigabytes(text: string | number): Figure {
  if (typeof text === "number") return amount(text, text);
  return read(text, GIGABYTES, "an amount of traffic", "GB or TB", "500 GB");
}

/** 99.95, for `99.95%` and for 99.95. */
export function readPercent(text: string | number): Figure {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(String(text).trim());
  const value = Number(match?.[1]);
  if (match && value > 0 && value <= 100) return { value };
  return { wrong: `is "${text}", which is no share of a hundred.`, hint: "Write a figure such as 99.95%." };
}

function read(text: string | number, units: Factors, what: string, takes: string, example: string): Figure {
  const parts = cut(text);
  const factor = parts && units.get(parts.unit.toLowerCase());
  if (!parts || factor === undefined) return wrongUnit(text, what, takes, example);
  return amount(parts.amount * factor, text);
}

function amount(value: number, text: string | number): Figure {
  if (Number.isFinite(value) && value >= 0) return { value };
  return { wrong: `is ${text}, which is less than nothing.`, hint: "Write zero or more." };
}

function aboveNothing(value: number, text: string | number): Figure {
  if (value > 0) return { value };
  return {
    wrong: `is "${text}", and a line of no bandwidth joins nothing.`,
    hint: "Write more than zero, or leave it out.",
  };
}

/** Without what floating point adds: 0.1 times 8 is 0.8. */
function trimmed(value: number): number {
  return Number(value.toPrecision(12));
}

function cut(text: string | number): { amount: number; unit: string } | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([A-Za-z]+(?:\/s)?)$/.exec(String(text).trim());
  return match ? { amount: Number((match[1] ?? "").replace(",", ".")), unit: match[2] ?? "" } : undefined;
}

function wrongUnit(text: string | number, what: string, takes: string, example: string): Figure {
  const isBare = /^\d+(?:[.,]\d+)?$/.test(String(text).trim());
  return {
    wrong: isBare
      ? `is ${text} without a unit; ${what} takes ${takes}.`
      : `is "${text}", which is not ${what}; it takes ${takes}.`,
    hint: `Write it like ${example}.`,
  };
}
