import { didYouMean } from "../../../diagnostics/did-you-mean.ts";
import type { Rule } from "../../../model/rule.ts";
import { VIRTUAL_NETWORK } from "../../../model/virtual-network.ts";
import { allHalves } from "../halves.ts";
import { placeOfRemote } from "../place.ts";

export const unknownRemoteVirtualNetwork: Rule = {
  id: "virtual-network-peering/unknown-remote-virtual-network",
  severity: "error",
  summary: "The remote virtual network of a peering must exist.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#create-a-peering",

  *check(estate) {
    const names = estate.all(VIRTUAL_NETWORK).map(({ name }) => name);
    for (const half of allHalves(estate)) {
      if (half.remote || !estate.isComplete(half.remoteKey)) continue;

      const guess = didYouMean(half.remoteName, names);
      yield {
        message: `The peering ${half.name} of ${half.localName} leads to ${half.remoteName}, which does not exist.`,
        origin: placeOfRemote(half),
        hint: guess ? `Write ${guess}.` : `Correct the id, or remove ${half.name}.`,
      };
    }
  },
};
