import { subnetsPerVirtualNetwork } from "../../azure/virtual-network-limits.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks, subnetsOf } from "../../model/virtual-network.ts";

export const exceedsSubnetLimit: Rule = {
  id: "virtual-network/exceeds-subnet-limit",
  severity: "error",
  summary: "A virtual network has no more subnets than Azure takes.",
  source: subnetsPerVirtualNetwork.source,

  *check(estate) {
    const limit = subnetsPerVirtualNetwork.value;
    for (const network of allVirtualNetworks(estate)) {
      const subnets = subnetsOf(network, estate);
      const first = subnets[limit];
      if (!first) continue;
      yield {
        message: `${network.name} has ${subnets.length} subnets; Azure takes ${limit}, and ${first.name} is the first above.`,
        origin: originOf(first.resource, "name"),
        hint: `Move subnets of ${network.name} to another virtual network.`,
      };
    }
  },
};
