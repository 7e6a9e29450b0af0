import type { Asked, Needs, Traffic } from "../../model/needs.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { NeedsEntry } from "./intent-file.ts";
import { readBandwidthMbps, readDays, readGigabytes, readMilliseconds, readPercent } from "./read-units.ts";
import { type Reading, readFigure, report } from "./reading.ts";

export function readNeeds(reading: Reading, entry: NeedsEntry | undefined, origin: Origin): Needs {
  if (!entry) return {};

  const where = (key: string) => originWithin(origin, key);
  return {
    ...asked("encryption", entry.encryption, where),
    ...asked("internet", entry.internet, where),
    ...asked("resilience", entry.resilience, where),
    ...asked("inspect", entry.inspect, where),
    ...named(
      "sla",
      entry.sla === undefined ? undefined : readFigure(reading, readPercent(entry.sla), where("sla"), "sla"),
    ),
    ...named("bandwidth", readBandwidth(reading, entry.bandwidth, where("bandwidth"))),
    ...named("latency", readLatency(reading, entry.latency, where("latency"))),
    ...named("leadTime", readLeadTime(reading, entry.leadTime, where("leadTime"))),
    ...named("budget", readBudget(reading, entry.budget, where("budget"))),
    ...named("traffic", readTraffic(reading, entry.traffic, where("traffic"))),
  };
}

function asked<K extends string, T>(key: K, value: T | undefined, where: (key: string) => Origin) {
  return named(key, value === undefined ? undefined : { value, origin: where(key) });
}

/** `{ key: value }`, or nothing. */
function named<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  const entry: Partial<Record<K, T>> = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}

function readBandwidth(
  reading: Reading,
  entry: NeedsEntry["bandwidth"],
  origin: Origin,
): Asked<{ atLeastMbps: number; guaranteed: boolean }> | undefined {
  if (entry === undefined) return undefined;

  const plain = typeof entry !== "object";
  const place = plain ? origin : originWithin(origin, "atLeast");
  const figure = readFigure(reading, readBandwidthMbps(plain ? entry : entry.atLeast), place, "bandwidth");
  const guaranteed = !plain && entry.guaranteed === true;
  return figure && { value: { atLeastMbps: figure.value, guaranteed }, origin };
}

function readLatency(reading: Reading, entry: NeedsEntry["latency"], origin: Origin) {
  const text = typeof entry === "object" ? entry.atMost : entry;
  const place = typeof entry === "object" ? originWithin(origin, "atMost") : origin;
  const figure =
    text === undefined ? undefined : readFigure(reading, readMilliseconds(text), place, "latency");
  return figure && { value: { atMostMs: figure.value }, origin };
}

function readLeadTime(reading: Reading, entry: NeedsEntry["leadTime"], origin: Origin) {
  const text = typeof entry === "object" ? entry.atMost : entry;
  const place = typeof entry === "object" ? originWithin(origin, "atMost") : origin;
  const figure = text === undefined ? undefined : readFigure(reading, readDays(text), place, "leadTime");
  return figure && { value: { atMostDays: figure.value }, origin };
}

/** Prices are in US dollars, so a budget in anything else could not be held against them. */
function readBudget(reading: Reading, entry: NeedsEntry["budget"], origin: Origin) {
  if (entry === undefined) return undefined;

  const match = /^(?:USD|\$)?\s*(\d+(?:\.\d+)?)\s*(?:USD|\$)?$/i.exec(String(entry).trim());
  if (match) return { value: { amount: Number(match[1]), currency: "USD" }, origin };
  report(
    reading,
    "intent/invalid-unit",
    origin,
    `budget is "${entry}", which is not an amount in US dollars, the currency of the prices that are known.`,
    "Write it like 500 USD.",
  );
  return undefined;
}

function readTraffic(
  reading: Reading,
  entry: NeedsEntry["traffic"],
  origin: Origin,
): Asked<Traffic> | undefined {
  if (!entry) return undefined;

  const way = (key: "there" | "back") =>
    readFigure(reading, readGigabytes(entry[key] ?? 0), originWithin(origin, key), `traffic.${key}`);
  const there = way("there");
  const back = way("back");
  return there && back && { value: { there: there.value, back: back.value }, origin };
}
