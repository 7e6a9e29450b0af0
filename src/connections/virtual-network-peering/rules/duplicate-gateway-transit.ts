import type { Rule } from "../../../model/rule.ts";
import { setFlag } from "../../../model/set-flag.ts";
import { gatewayPresence } from "../gateway-presence.ts";
import { allPairs } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";
import { leavesTransitUnused } from "../unused-transit.ts";

export const duplicateGatewayTransit: Rule = {
  id: "virtual-network-peering/duplicate-gateway-transit",
  severity: "info",
  summary: "Only the side that has a gateway allows gateway transit.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const pair of allPairs(estate)) {
      for (const [owner, user] of [pair, pair.toReversed()]) {
        if (!owner?.allowGatewayTransit || !user?.allowGatewayTransit) continue;
        if (gatewayPresence(owner.localKey, estate) !== "present") continue;
        if (gatewayPresence(user.localKey, estate) !== "absent") continue;
        if (leavesTransitUnused(owner, user, estate)) continue;

        yield {
          message: `${title(user)} allows gateway transit, but ${user.localName} has no gateway: only ${owner.localName} has.`,
          origin: placeOf(user, "allowGatewayTransit"),
          related: [
            {
              message: `${title(owner)} allows gateway transit too`,
              origin: placeOf(owner, "allowGatewayTransit"),
            },
          ],
          hint: `Set allowGatewayTransit of ${title(user)} to false.`,
          fix: [setFlag(user.resource, "allowGatewayTransit", false)],
        };
      }
    }
  },
};
