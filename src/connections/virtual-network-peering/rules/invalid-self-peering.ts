import type { Rule } from "../../../model/rule.ts";
import { statedHalves } from "../halves.ts";
import { placeOfRemote } from "../place.ts";

export const invalidSelfPeering: Rule = {
  id: "virtual-network-peering/invalid-self-peering",
  severity: "error",
  summary: "A peering must lead to another virtual network.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview",

  *check(estate) {
    for (const half of statedHalves(estate)) {
      if (half.localKey !== half.remoteKey) continue;

      yield {
        message: `The peering ${half.name} leads from ${half.localName} to ${half.localName} itself.`,
        origin: placeOfRemote(half),
        hint: `Name the other virtual network, or remove ${half.name}.`,
      };
    }
  },
};
