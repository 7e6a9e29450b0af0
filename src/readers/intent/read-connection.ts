import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type { ConnectionIntent, EndPattern } from "../../model/intent.ts";
import type { Origin } from "../../source/origin.ts";
import { originWithin } from "../../source/origin.ts";
import type { ConnectionEntry } from "./intent-file.ts";
import { readNeeds } from "./read-needs.ts";
import { at, type Reading, report } from "./reading.ts";

export function readConnection(
  reading: Reading,
  index: number,
  entry: ConnectionEntry,
  kinds: readonly string[],
): ConnectionIntent | undefined {
  const origin = at(reading, "connections", index);
  const found = reading.diagnostics.length;
  const { between, mesh, kind } = entry;
  if ((between === undefined) === (mesh === undefined)) {
    if (!between && reading.damage.lost("connections", index)) return undefined;
    if (!between && reading.damage.touches("connections", index)) return undefined;
    report(
      reading,
      "intent/invalid-connection",
      origin,
      between
        ? "This connection has both between and mesh."
        : "This connection has neither between nor mesh.",
      "Write between: [hub, spoke], or mesh: [a, b, c] for each with each.",
    );
    return undefined;
  }
  if (kind !== undefined && !kinds.includes(kind)) {
    const guess = didYouMean(kind, kinds);
    const hint = guess ? `Write ${guess}.` : `Use one of: ${kinds.join(", ")}.`;
    report(
      reading,
      "intent/unknown-kind",
      originWithin(origin, "kind"),
      `"${kind}" is not a kind of connection.`,
      hint,
    );
  }
  const needs = readNeeds(reading, entry.needs, originWithin(origin, "needs"));
  const isPartial = reading.diagnostics.length > found || reading.damage.touches("connections", index);
  return {
    ...(entry.description === undefined ? {} : { description: entry.description }),
    between: between && [
      patterns(between[0], originWithin(origin, "between", 0)),
      patterns(between[1], originWithin(origin, "between", 1)),
    ],
    ...(mesh ? { mesh: patterns(mesh, originWithin(origin, "mesh")) } : {}),
    needs,
    ...(kind === undefined ? {} : { kind }),
    ...(entry.sku === undefined ? {} : { sku: entry.sku }),
    ...(entry.via === undefined ? {} : { via: entry.via }),
    ...(entry.settings
      ? { settings: { value: entry.settings, origin: originWithin(origin, "settings") } }
      : {}),
    ...(isPartial ? { isPartial } : {}),
    origin,
  };
}

function patterns(value: string | readonly string[], origin: Origin): readonly EndPattern[] {
  if (typeof value === "string") return [{ text: value, origin }];
  return value.map((text, index) => ({ text, origin: originWithin(origin, index) }));
}
