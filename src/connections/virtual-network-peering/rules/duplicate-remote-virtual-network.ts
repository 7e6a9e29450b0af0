import type { Rule } from "../../../model/rule.ts";
import { halfBetween, statedHalves } from "../halves.ts";
import { placeOfRemote } from "../place.ts";

export const duplicateRemoteVirtualNetwork: Rule = {
  id: "virtual-network-peering/duplicate-remote-virtual-network",
  severity: "error",
  summary: "A virtual network must have only one peering to the same remote network.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering#subnet-peering-checks-and-limitations",

  *check(estate) {
    for (const half of statedHalves(estate)) {
      const first = halfBetween(half.localKey, half.remoteKey, estate);
      if (!first || first === half) continue;

      yield {
        message: `${half.localName} has two peerings to ${half.remoteName}: ${first.name} and ${half.name}.`,
        origin: placeOfRemote(half),
        related: [{ message: `${first.name} leads to ${first.remoteName}`, origin: placeOfRemote(first) }],
        hint: `Remove ${half.name}.`,
      };
    }
  },
};
