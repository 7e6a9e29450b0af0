import { natRuleMode } from "../azure/nat.ts";
import { formatPrefix } from "../ip/index.ts";
import type { Reason } from "../model/decision.ts";
import type { SiteIntent } from "../model/intent.ts";
import type { Decided } from "./decide.ts";
import type { NatRanges } from "./nat-ranges.ts";

/** Decisions that also say at which addresses Azure sees a site that is translated. */
export function tellNatRanges(decided: readonly Decided[], ranges: NatRanges): readonly Decided[] {
  return decided.map((one) => {
    const because = one.wish.ends.flatMap((end) =>
      end.type === "site" && end.site.nat ? reasonsFor(end.site, ranges) : [],
    );
    if (because.length === 0 || one.decision.status === "impossible") return one;
    return { ...one, decision: { ...one.decision, because: [...one.decision.because, ...because] } };
  });
}

function reasonsFor({ name, addressSpace }: SiteIntent, ranges: NatRanges): readonly Reason[] {
  return addressSpace.flatMap(({ text }, index) => {
    const external = ranges.get(name)?.[index];
    if (!external) return [];
    const seen = formatPrefix(external);
    return [
      {
        text: `Azure sees ${text} of ${name} at ${seen}, address for address: security rules, routes and names in Azure are to say ${seen}.`,
        source: natRuleMode.source,
      },
    ];
  });
}
