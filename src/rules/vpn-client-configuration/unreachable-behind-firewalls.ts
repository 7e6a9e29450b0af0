import { vpnClientProtocols } from "../../azure/point-to-site-protocols.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

export const unreachableBehindFirewalls: Rule = {
  id: "vpn-client-configuration/unreachable-behind-firewalls",
  severity: "warning",
  summary: "Users can connect over the port of the web, which every firewall lets out.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name, protocols } of allVpnClientConfigurations(estate)) {
      const offered = protocols?.map((protocol) => vpnClientProtocols.value[protocol]) ?? [];
      const [first] = offered;
      if (!first || offered.some((protocol) => protocol === undefined || protocol.passesFirewalls)) continue;
      yield {
        message: `${name} offers ${protocols?.join(" and ")} alone, over ${first.ports.join(", ")}: from hotels and guest networks it is often out of reach.`,
        origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", 0),
        hint: `Offer OpenVPN too: it runs over ${vpnClientProtocols.value["OpenVPN"]?.ports.join(", ")}.`,
      };
    }
  },
};
