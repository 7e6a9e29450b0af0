import { natRuleMode } from "../../azure/nat.ts";
import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { SiteIntent } from "../../model/intent.ts";
import type { Part, Resource } from "../../model/resource.ts";
import type { Origin } from "../../source/origin.ts";

const NAT_RULE = "Microsoft.Network/virtualNetworkGateways/natRules";

/** A rule for each range, for Azure takes one range a rule; the gateway has them, and connections name them. */
export function buildNatRules(
  site: SiteIntent,
  name: string,
  gateway: Resource,
  ranges: readonly (Prefix | undefined)[],
): readonly Resource[] {
  const origin = site.nat?.origin ?? site.origin;
  return site.addressSpace.flatMap((internal, index): readonly Resource[] => {
    const external = ranges[index];
    if (!external) return [];

    const rule = index === 0 ? `${name}-nat` : `${name}-nat-${index + 1}`;
    const given = site.nat?.addressSpace?.[index];
    return [
      {
        id: `${gateway.id}/natRules/${rule}`,
        type: NAT_RULE,
        name: rule,
        properties: {
          type: "Static",
          mode: natRuleMode.value.site,
          internalMappings: [{ addressSpace: formatPrefix(internal.prefix) }],
          externalMappings: [{ addressSpace: formatPrefix(external) }],
        },
        origin,
        parts: [
          partAt("internalMappings", internal.origin),
          ...(given ? [partAt("externalMappings", given.origin)] : []),
        ],
      },
    ];
  });
}

function partAt(list: string, origin: Origin): Part {
  return { at: ["properties", list], origin };
}
