import { natRuleMode } from "../../azure/nat.ts";
import { formatPrefix, overlaps } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { Intent, SiteIntent } from "../../model/intent.ts";

interface Seen extends ValidRange {
  readonly site: SiteIntent;
}

/**
 * Two sites that Azure would see at one and the same range: a gateway would send what is for one of them to either. A
 * range within another's is no obstacle, for the longer prefix wins; only NAT rules must be apart.
 */
export function refuseSameRanges(demands: readonly Demand[], intent: Intent): Refusal | undefined {
  const ends = new Set(demands.flatMap(({ asks }) => asks.farEnd ?? []));
  const seen = intent.sites.filter(({ name }) => ends.has(name)).flatMap(seenAt);
  const first = new Map<string, Seen>();
  const translated: Seen[] = [];
  for (const range of seen) {
    const text = formatPrefix(range.prefix);
    const other =
      first.get(text) ??
      (range.site.nat ? translated.find(({ prefix }) => overlaps(prefix, range.prefix)) : undefined);
    if (other && other.site !== range.site) return refused(other, range);
    if (!other) first.set(text, range);
    if (range.site.nat) translated.push(range);
  }
  return undefined;
}

/** What is planned is clear of everything, and not known yet. */
function seenAt(site: SiteIntent): readonly Seen[] {
  const ranges = site.nat ? (site.nat.addressSpace ?? []) : site.addressSpace;
  return ranges.map((range) => ({ ...range, site }));
}

function refused(other: Seen, { site, text, prefix, origin }: Seen): Refusal {
  const both = formatPrefix(other.prefix) === formatPrefix(prefix);
  const because = both
    ? `${other.site.name} and ${site.name} both use ${text}`
    : `${site.name} is translated to ${text}, which overlaps ${other.text} of ${other.site.name}`;
  return {
    because: `${because}, and one gateway reaches a range in one place only.`,
    source: natRuleMode.source,
    waysOut: site.nat
      ? [`Give ${site.name} another range in nat, or write nat: planned.`]
      : [
          `Write nat: planned at ${site.name}, and Azure sees it at another range, by NAT rules.`,
          `Give ${site.name} another range.`,
          "Where both are one place with two devices, write them as one site with two vpnDevices.",
        ],
    origin,
  };
}
