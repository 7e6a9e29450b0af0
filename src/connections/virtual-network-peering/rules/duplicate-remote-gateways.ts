import type { Rule } from "../../../model/rule.ts";
import { halvesFrom, peeredNetworks } from "../halves.ts";
import { placeOf } from "../place.ts";

export const duplicateRemoteGateways: Rule = {
  id: "virtual-network-peering/duplicate-remote-gateways",
  severity: "error",
  summary: "A virtual network must use the gateways of only one peer.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",
  after: ["virtual-network-peering/unsupported-remote-gateways"],

  *check(estate) {
    for (const network of peeredNetworks(estate)) {
      const [first, ...more] = halvesFrom(network, estate).filter((half) => half.useRemoteGateways);
      if (!first) continue;

      for (const half of more) {
        yield {
          message: `${half.localName} uses the gateways of both ${first.remoteName} and ${half.remoteName}.`,
          origin: placeOf(half, "useRemoteGateways"),
          related: [
            {
              message: `${first.name} uses the gateways of ${first.remoteName}`,
              origin: placeOf(first, "useRemoteGateways"),
            },
          ],
          hint: `Set useRemoteGateways to false on ${first.name} or on ${half.name}.`,
        };
      }
    }
  },
};
