import { overlaps } from "../../ip/index.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { natRulesOf } from "../nat-rules.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

export const overlappingNatVirtualNetwork: Rule = {
  id: "virtual-network-gateway/overlapping-nat-virtual-network",
  severity: "error",
  summary: "The external range of a site is none of a virtual network's own.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      const ranges = rangesBehindGateway(gateway, estate);
      const rules = natRulesOf(gateway.resource, estate).filter(({ mode }) => mode === "IngressSnat");
      for (const { name, externalMappings } of rules) {
        for (const mapping of externalMappings) {
          const other = ranges.find(({ range }) => overlaps(range.prefix, mapping.range.prefix));
          if (!other) continue;
          yield {
            message: `${name} shows a site as ${mapping.range.text}, which overlaps ${other.range.text} of ${other.network.name}: packets for it stay in ${other.network.name}.`,
            origin: mapping.range.origin,
            related: [
              { message: `${other.network.name} uses ${other.range.text}`, origin: other.range.origin },
            ],
            hint: `Give ${name} an external range that nobody uses.`,
          };
        }
      }
    }
  },
};
