import type { Rule } from "../../../model/rule.ts";
import { setFlag } from "../../../model/set-flag.ts";
import { isNotSet } from "../flag.ts";
import { gatewayPresence } from "../gateway-presence.ts";
import { allPairs } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const missingGatewayTransit: Rule = {
  id: "virtual-network-peering/missing-gateway-transit",
  severity: "error",
  summary: "A virtual network whose gateway is used by a peer must allow gateway transit.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const pair of allPairs(estate)) {
      for (const [user, owner] of [pair, pair.toReversed()]) {
        if (!user?.useRemoteGateways || !owner || !isNotSet(owner, "allowGatewayTransit")) continue;
        if (gatewayPresence(user.remoteKey, estate) === "absent") continue;

        yield {
          message: `${user.localName} uses the gateway of ${owner.localName}, but ${title(owner)} does not allow gateway transit.`,
          origin: placeOf(owner, "allowGatewayTransit"),
          related: [
            { message: `${title(user)} uses remote gateways`, origin: placeOf(user, "useRemoteGateways") },
          ],
          hint: `Set allowGatewayTransit of ${title(owner)} to true.`,
          fix: [setFlag(owner.resource, "allowGatewayTransit", true)],
        };
      }
    }
  },
};
