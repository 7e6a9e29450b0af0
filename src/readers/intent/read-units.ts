/** A figure with its unit, or the sentence and the hint that say what is wrong with the text. */
export type Figure = { readonly value: number } | { readonly wrong: string; readonly hint: string };

interface Unit {
  readonly factor: number;
}

const BANDWIDTH: Readonly<Record<string, Unit>> = {
  kbps: { factor: 0.001 },
  mbps: { factor: 1 },
  gbps: { factor: 1000 },
  "kbit/s": { factor: 0.001 },
  "mbit/s": { factor: 1 },
  "gbit/s": { factor: 1000 },
};
/** Bytes: people mean them rarely, and a factor of eight is dear. */
const BYTES: Readonly<Record<string, number>> = { "mb/s": 8, mbytes: 8, "gb/s": 8000, mbyte: 8, gbytes: 8000 };

export function readBandwidthMbps(text: string | number): Figure {
  const parts = cut(text);
  const unit = parts && BANDWIDTH[parts.unit.toLowerCase()];
  if (parts && unit) return { value: parts.amount * unit.factor };

  const bits = parts ? BYTES[parts.unit.toLowerCase()] : undefined;
  if (parts && bits !== undefined) {
    return {
      wrong: `is "${text}", which counts bytes; bandwidth is in bits.`,
      hint: `Write ${parts.amount * bits} Mbps if bytes were meant, or ${parts.amount} ${parts.unit.startsWith("g") || parts.unit.startsWith("G") ? "Gbps" : "Mbps"} if bits were.`,
    };
  }
  return wrongUnit(text, "a bandwidth", "Mbps or Gbps", "500 Mbps");
}

const TIME_DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  minutes: 1 / 1440,
  hour: 1 / 24,
  hours: 1 / 24,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  month: 30,
  months: 30,
};

export function readDays(text: string | number): Figure {
  return read(text, TIME_DAYS, "a time", "hours, days, weeks or months", "6 weeks");
}

export function readMilliseconds(text: string | number): Figure {
  return read(text, { ms: 1, s: 1000 }, "a round trip", "ms", "20 ms");
}

/** Gigabytes a month; a bare number is gigabytes. */
export function readGigabytes(text: string | number): Figure {
  if (typeof text === "number") return amount(text, text);
  return read(text, { mb: 0.001, gb: 1, tb: 1000 }, "an amount of traffic", "GB or TB", "500 GB");
}

/** 99.95, for `99.95%` and for 99.95. */
export function readPercent(text: string | number): Figure {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(String(text).trim());
  const value = Number(match?.[1]);
  if (match && value > 0 && value <= 100) return { value };
  return { wrong: `is "${text}", which is no share of a hundred.`, hint: "Write a figure such as 99.95%." };
}

function read(
  text: string | number,
  units: Readonly<Record<string, number>>,
  what: string,
  takes: string,
  example: string,
): Figure {
  const parts = cut(text);
  const factor = parts ? units[parts.unit.toLowerCase()] : undefined;
  if (!parts || factor === undefined) return wrongUnit(text, what, takes, example);
  return amount(parts.amount * factor, text);
}

function amount(value: number, text: string | number): Figure {
  if (Number.isFinite(value) && value >= 0) return { value };
  return { wrong: `is ${text}, which is less than nothing.`, hint: "Write zero or more." };
}

function cut(text: string | number): { amount: number; unit: string } | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([A-Za-z]+(?:\/s)?)$/.exec(String(text).trim());
  return match ? { amount: Number((match[1] ?? "").replace(",", ".")), unit: match[2] ?? "" } : undefined;
}

function wrongUnit(text: string | number, what: string, takes: string, example: string): Figure {
  const bare = /^\d+(?:\.\d+)?$/.test(String(text).trim());
  return {
    wrong: bare
      ? `is ${text} without a unit; ${what} takes ${takes}.`
      : `is "${text}", which is not ${what}; it takes ${takes}.`,
    hint: `Write it like ${example}.`,
  };
}
