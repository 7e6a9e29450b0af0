import type { Rule } from "../../../model/rule.ts";
import { gatewayPresence } from "../gateway-presence.ts";
import { allHalves } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const missingRemoteGateway: Rule = {
  id: "virtual-network-peering/missing-remote-gateway",
  severity: "error",
  summary: "A peering that uses remote gateways must lead to a virtual network that has one.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const half of allHalves(estate)) {
      if (!half.useRemoteGateways || !half.remote || half.remote.resource.existing) continue;
      if (gatewayPresence(half.remoteKey, estate) !== "absent") continue;

      yield {
        message: `${title(half)} uses the gateway of ${half.remoteName}, which has neither a gateway nor a Route Server.`,
        origin: placeOf(half, "useRemoteGateways"),
        hint: `Create a gateway in ${half.remoteName} first, or set useRemoteGateways to false.`,
      };
    }
  },
};
