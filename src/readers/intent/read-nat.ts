import { formatPrefix, overlappingPairs } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { NatIntent } from "../../model/intent.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { SiteEntry } from "./intent-file.ts";
import { type Reading, readRanges, report } from "./reading.ts";

/** Static NAT is one to one: for each range of the site one of the same size. */
export function readNat(
  reading: Reading,
  entry: NonNullable<SiteEntry["nat"]>,
  internal: readonly ValidRange[],
  origin: Origin,
  site: string,
): NatIntent {
  const wide = internal.find(({ prefix }) => prefix.family === 6);
  if (wide) {
    const message = `${site} has ${wide.text}, and Isthmus plans NAT rules for IPv4 alone.`;
    report(reading, "intent/invalid-value", wide.origin, message, "Remove the IPv6 range, or nat.");
  }
  if (entry === "planned") return { addressSpace: undefined, origin };

  const place = originWithin(origin, "addressSpace");
  const external = readRanges(reading, entry.addressSpace, place, `${site}.nat`);
  const wrong = wrongSizes(internal, external);
  if (wrong !== undefined && external.length === [entry.addressSpace].flat().length) {
    const hint = `Write ${internal.map(({ prefix }) => `a /${prefix.length}`).join(", ")}, or nat: planned.`;
    report(reading, "intent/invalid-value", place, `${site}.nat ${wrong}`, hint);
  }
  for (const [outer, inner] of overlappingPairs(external.map((value) => ({ prefix: value.prefix, value })))) {
    const message = `${site}.nat has ${inner.value.text}, which lies in ${outer.value.text}: two addresses of ${site} cannot become one.`;
    report(reading, "intent/invalid-value", inner.value.origin, message, "Give each range one of its own.");
  }
  return { addressSpace: external, origin };
}

function wrongSizes(internal: readonly ValidRange[], external: readonly ValidRange[]): string | undefined {
  if (internal.length !== external.length) {
    return `has ${count(external)}, and addressSpace ${count(internal)}: each is translated into one.`;
  }
  const at = internal.findIndex(({ prefix }, index) => {
    const other = external[index]?.prefix;
    return other?.length !== prefix.length || other.family !== prefix.family;
  });
  const [from, to] = [internal[at], external[at]];
  if (!from || !to) return undefined;
  return `maps ${formatPrefix(from.prefix)} to ${to.text}, which has another size: each address is translated into one.`;
}

function count({ length }: readonly ValidRange[]): string {
  return `${length} range${length === 1 ? "" : "s"}`;
}
