import { virtualNetworksPerRegion } from "../../azure/virtual-network-limits.ts";
import { originOf } from "../../model/resource.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks, type VirtualNetwork } from "../../model/virtual-network.ts";

export const exceedsRegionLimit: Rule = {
  id: "virtual-network/exceeds-region-limit",
  severity: "error",
  summary: "A subscription has no more virtual networks in a region than Azure takes.",
  source: virtualNetworksPerRegion.source,

  *check(estate) {
    const limit = virtualNetworksPerRegion.value;
    for (const networks of bySubscriptionAndRegion(allVirtualNetworks(estate)).values()) {
      const first = networks[limit];
      if (!first) continue;
      yield {
        message: `The subscription has ${networks.length} virtual networks in ${first.region}; Azure takes ${limit}, and ${first.name} is the first above.`,
        origin: originOf(first.resource, "name"),
        hint: `Put ${first.name} into another subscription, or ask Azure to raise the limit.`,
      };
    }
  },
};

function bySubscriptionAndRegion(networks: readonly VirtualNetwork[]): Map<string, VirtualNetwork[]> {
  const groups = new Map<string, VirtualNetwork[]>();
  for (const network of networks) {
    const subscription = parseResourceId(network.resource.id)?.subscription.toLowerCase();
    if (subscription === undefined || network.region === undefined) continue;

    const key = `${subscription} ${network.region}`;
    const group = groups.get(key);
    if (group) group.push(network);
    else groups.set(key, [network]);
  }
  return groups;
}
