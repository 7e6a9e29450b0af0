import { dnsServersPerVirtualNetwork } from "../../azure/virtual-network-limits.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";

export const exceedsDnsServerLimit: Rule = {
  id: "virtual-network/exceeds-dns-server-limit",
  severity: "error",
  summary: "A virtual network has no more DNS servers than Azure takes.",
  source: dnsServersPerVirtualNetwork.source,

  *check(estate) {
    const limit = dnsServersPerVirtualNetwork.value;
    for (const { resource, name } of allVirtualNetworks(estate)) {
      const servers = propertyOf(resource, "dhcpOptions", "dnsServers");
      if (!isList(servers) || servers.length <= limit) continue;
      yield {
        message: `${name} has ${servers.length} DNS servers; Azure takes ${limit}.`,
        origin: originOf(resource, "properties", "dhcpOptions", "dnsServers", limit),
        hint: `Keep ${limit} of them.`,
      };
    }
  },
};
