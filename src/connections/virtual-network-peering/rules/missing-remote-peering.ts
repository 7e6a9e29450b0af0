import type { EstateIndex } from "../../../model/estate-index.ts";
import type { Rule } from "../../../model/rule.ts";
import { unknownAt } from "../../../model/unknown-at.ts";
import type { Half } from "../half.ts";
import { allHalves, counterpartOf } from "../halves.ts";
import { peeringsOf } from "../peering.ts";
import { isDisconnected } from "../peering-state.ts";
import { placeOfRemote } from "../place.ts";

export const missingRemotePeering: Rule = {
  id: "virtual-network-peering/missing-remote-peering",
  severity: "error",
  summary: "A peering must exist on both sides.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    for (const half of allHalves(estate)) {
      if (isDisconnected(half) || !certainlyLacksCounterpart(half, estate)) continue;

      yield {
        message: `${half.localName} is peered with ${half.remoteName}, but ${half.remoteName} has no peering back to ${half.localName}.`,
        origin: placeOfRemote(half),
        hint: `Add a peering to ${half.remoteName} whose remote virtual network is ${half.localName}.`,
      };
    }
  },
};

/** Only where all that the remote network has is in the estate. */
function certainlyLacksCounterpart(half: Half, estate: EstateIndex): boolean {
  const { remote } = half;
  if (!remote || remote.resource.existing || counterpartOf(half, estate)) return false;
  if (unknownAt(remote.resource, "virtualNetworkPeerings")) return false;

  return peeringsOf(half.remoteKey, estate).every(({ remoteId }) => remoteId !== undefined);
}
