import type { Rule } from "../../../model/rule.ts";
import { gatewaysIn } from "../../../model/virtual-network-gateway.ts";
import { allHalves } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const unsupportedRemoteGateways: Rule = {
  id: "virtual-network-peering/unsupported-remote-gateways",
  severity: "error",
  summary: "A virtual network with a gateway of its own must not use remote gateways.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    for (const half of allHalves(estate)) {
      if (!half.useRemoteGateways) continue;

      const [gateway] = gatewaysIn(half.localKey, estate);
      if (!gateway) continue;

      yield {
        message: `${title(half)} uses the gateway of ${half.remoteName}, but ${half.localName} has its own, ${gateway.name}.`,
        origin: placeOf(half, "useRemoteGateways"),
        related: [
          { message: `${gateway.name} stands in ${half.localName}`, origin: gateway.resource.origin },
        ],
        hint: `Set useRemoteGateways to false, or remove ${gateway.name}.`,
      };
    }
  },
};
