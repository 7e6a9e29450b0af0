import { wildcardForwardingRule } from "../../azure/dns.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";

const RULESET = "Microsoft.Network/dnsForwardingRulesets";

export const unsupportedWildcardRule: Rule = {
  id: "dns-forwarding-ruleset/unsupported-wildcard-rule",
  severity: "warning",
  summary: "No rule forwards all names of a network in which an ExpressRoute gateway stands.",
  source: wildcardForwardingRule.source,

  *check(estate) {
    for (const ruleset of estate.all(RULESET)) {
      const wildcard = estate
        .childrenOf(ruleset, `${RULESET}/forwardingRules`)
        .find(
          (rule) =>
            textOf(propertyOf(rule, "domainName")) === wildcardForwardingRule.value &&
            textOf(propertyOf(rule, "forwardingRuleState"))?.toLowerCase() !== "disabled",
        );
      if (!wildcard) continue;

      for (const link of estate.childrenOf(ruleset, `${RULESET}/virtualNetworkLinks`)) {
        const network = referenceOf(link, "virtualNetwork");
        if (!isReference(network)) continue;

        const gateway = gatewaysIn(keyOf(network.id), estate).find(
          ({ gatewayType }) => gatewayType === "ExpressRoute",
        );
        if (!gateway) continue;
        yield {
          message: `${wildcard.name} of ${ruleset.name} forwards all names, also those that ${gateway.name} needs for its own management.`,
          origin: originOf(wildcard, "properties", "domainName"),
          related: [
            { message: `${ruleset.name} is linked with its network`, origin: network.origin },
            { message: `${gateway.name} stands there`, origin: originOf(gateway.resource, "name") },
          ],
          hint: "Name the domains that are forwarded, or link the ruleset with other networks alone.",
        };
      }
    }
  },
};
