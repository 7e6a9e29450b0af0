import { peeringsPerManagedVirtualNetwork } from "../../../azure/peering.ts";
import { originOf } from "../../../model/resource.ts";
import type { Rule } from "../../../model/rule.ts";
import { ownerName } from "../owner.ts";
import { peeringLimitOf, peeringsByOwner } from "../peering-limit.ts";

export const exceedsPeeringLimit: Rule = {
  id: "virtual-network-peering/exceeds-peering-limit",
  severity: "error",
  summary: "A virtual network must not have more peerings than Azure allows.",
  source:
    "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-networking-limits",

  *check(estate) {
    for (const [owner, peerings] of peeringsByOwner(estate)) {
      const limit = peeringLimitOf(owner, estate);
      const firstTooMany = peerings[limit];
      if (!firstTooMany) continue;

      const name = ownerName(firstTooMany);
      yield {
        message: `${name} has ${peerings.length} peerings; Azure allows ${limit}.`,
        origin: originOf(firstTooMany.resource, "name"),
        hint: `Move some peers of ${name} to a second hub${wayBeyond(limit)}.`,
      };
    }
  },
};

/** What Azure offers beyond its limit; neither is planned here. */
function wayBeyond(limit: number): string {
  const managed = peeringsPerManagedVirtualNetwork.value;
  return limit < managed
    ? `; without an ExpressRoute gateway Azure Virtual Network Manager makes up to ${managed.toLocaleString("en")}`
    : "";
}
