import type { Rule } from "../../../model/rule.ts";
import { allPairs } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";
import { leavesTransitUnused } from "../unused-transit.ts";

export const unusedGatewayTransit: Rule = {
  id: "virtual-network-peering/unused-gateway-transit",
  severity: "warning",
  summary: "A virtual network without a gateway takes the one that its peer offers.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const pair of allPairs(estate)) {
      for (const [owner, user] of [pair, pair.toReversed()]) {
        if (!owner || !user || !leavesTransitUnused(owner, user, estate)) continue;

        yield {
          message: `${owner.localName} offers its gateway to ${user.localName}, but ${title(user)} does not use it.`,
          origin: placeOf(user, "useRemoteGateways"),
          related: [
            {
              message: `${title(owner)} allows gateway transit`,
              origin: placeOf(owner, "allowGatewayTransit"),
            },
          ],
          hint: `Set useRemoteGateways of ${title(user)} to true.`,
        };
      }
    }
  },
};
