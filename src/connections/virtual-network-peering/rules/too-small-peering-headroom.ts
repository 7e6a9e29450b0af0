import { peeringsBeforeWarning, peeringsPerVirtualNetwork } from "../../../azure/peering.ts";
import { originOf } from "../../../model/resource.ts";
import type { Rule } from "../../../model/rule.ts";
import { ownerName } from "../owner.ts";
import { peeringLimitOf, peeringsByOwner } from "../peering-limit.ts";

export const tooSmallPeeringHeadroom: Rule = {
  id: "virtual-network-peering/too-small-peering-headroom",
  severity: "warning",
  summary: "A virtual network keeps room below the limit of peerings.",
  source:
    "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/traditional-azure-networking-topology",

  *check(estate) {
    for (const [owner, peerings] of peeringsByOwner(estate)) {
      const limit = peeringLimitOf(owner, estate);
      const firstTooMany = peerings[peeringsBeforeWarning.value];
      if (!firstTooMany || peerings.length > limit || limit !== peeringsPerVirtualNetwork.value) continue;

      const name = ownerName(firstTooMany);
      yield {
        message: `${name} has ${peerings.length} peerings, which leaves ${limit - peerings.length} of the ${limit} that Azure allows.`,
        origin: originOf(firstTooMany.resource, "name"),
        hint: `Plan a second hub before ${name} is full.`,
      };
    }
  },
};
