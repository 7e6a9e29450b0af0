import type { Rule } from "../../../model/rule.ts";
import { allHalves } from "../half.ts";
import { placeOfRemote } from "../place.ts";

export const unknownRemoteVirtualNetwork: Rule = {
  id: "virtual-network-peering/unknown-remote-virtual-network",
  severity: "error",
  summary: "The remote virtual network of a peering must exist.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#create-a-peering",

  *check(estate) {
    for (const half of allHalves(estate)) {
      if (half.remote || !estate.isComplete(half.remoteKey)) continue;

      yield {
        message: `The peering ${half.name} of ${half.localName} leads to ${half.remoteName}, which does not exist.`,
        origin: placeOfRemote(half),
        hint: `Correct the id, or remove ${half.name}.`,
      };
    }
  },
};
