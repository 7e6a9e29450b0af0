import { overlaps } from "../../ip/index.ts";
import type { Finding, Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { type NatRule, natRulesOf } from "../nat-rules.ts";

export const overlappingNatMapping: Rule = {
  id: "virtual-network-gateway/overlapping-nat-mapping",
  severity: "error",
  summary: "The external ranges of a gateway's NAT rules do not overlap.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const { resource } of allVpnGateways(estate)) {
      const rules = natRulesOf(resource, estate);
      for (const [index, rule] of rules.entries()) yield* overlapsWithEarlier(rule, rules.slice(0, index));
    }
  },
};

function* overlapsWithEarlier(rule: NatRule, earlier: readonly NatRule[]): Iterable<Finding> {
  for (const { range, hasPorts } of rule.externalMappings) {
    const first = earlier
      .filter((other) => other.mode === rule.mode && other.ipConfigurationId === rule.ipConfigurationId)
      .flatMap((other) => other.externalMappings.map((mapping) => ({ other, ...mapping })))
      .find((mapping) => !hasPorts && !mapping.hasPorts && overlaps(mapping.range.prefix, range.prefix));
    if (!first) continue;
    yield {
      message: `${rule.name} maps to ${range.text}, which overlaps ${first.range.text} of ${first.other.name}.`,
      origin: range.origin,
      related: [{ message: `${first.other.name} maps to ${first.range.text}`, origin: first.range.origin }],
      hint: `Give ${rule.name} an external range of its own.`,
    };
  }
}
