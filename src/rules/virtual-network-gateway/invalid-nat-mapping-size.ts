import { widestDynamicMappingLength } from "../../azure/nat.ts";
import type { Finding, Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { type NatRule, natRulesOf } from "../nat-rules.ts";

export const invalidNatMappingSize: Rule = {
  id: "virtual-network-gateway/invalid-nat-mapping-size",
  severity: "error",
  summary: "A static NAT rule maps a range to another of the same size, a dynamic one to a small range.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const { resource } of allVpnGateways(estate)) {
      for (const rule of natRulesOf(resource, estate)) {
        if (rule.type === "Static") yield* differentSizes(rule);
        if (rule.type === "Dynamic") yield* tooLarge(rule);
      }
    }
  },
};

function* differentSizes({ name, internalMappings, externalMappings }: NatRule): Iterable<Finding> {
  for (const [index, internal] of internalMappings.entries()) {
    const external = externalMappings[index];
    if (!external || internal.hasPorts || external.hasPorts) continue;
    if (internal.range.prefix.length === external.range.prefix.length) continue;
    yield {
      message: `${name} maps ${internal.range.text} to ${external.range.text}, which has another size: a static rule maps one address to one.`,
      origin: external.range.origin,
      related: [{ message: `${name} maps ${internal.range.text}`, origin: internal.range.origin }],
      hint: `Map it to a /${internal.range.prefix.length}, or make the rule Dynamic.`,
    };
  }
}

function* tooLarge({ name, externalMappings }: NatRule): Iterable<Finding> {
  const widest = widestDynamicMappingLength.value;
  for (const { range } of externalMappings) {
    if (range.prefix.family !== 4 || range.prefix.length >= widest) continue;
    yield {
      message: `${name} is dynamic and maps to ${range.text}, which is larger than the /${widest} that Azure takes.`,
      origin: range.origin,
      hint: `Map to a /${widest} or smaller.`,
    };
  }
}
