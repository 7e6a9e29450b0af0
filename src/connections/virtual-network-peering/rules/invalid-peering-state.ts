import type { Rule } from "../../../model/rule.ts";
import { counterpartOf, firstHalves } from "../halves.ts";
import { isDisconnected } from "../peering-state.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const invalidPeeringState: Rule = {
  id: "virtual-network-peering/invalid-peering-state",
  severity: "error",
  summary: "A peering must not be Disconnected.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-troubleshoot-peering-issues",

  *check(estate) {
    for (const half of firstHalves(estate)) {
      const other = counterpartOf(half, estate);
      const [first, second] = [half, ...(other ? [other] : [])].filter(isDisconnected);
      if (!first) continue;

      yield {
        message: `The peering ${title(first)} is Disconnected: nothing flows between ${first.localName} and ${first.remoteName}.`,
        origin: placeOf(first, "peeringState"),
        ...(second && {
          related: [
            { message: `${title(second)} is Disconnected too`, origin: placeOf(second, "peeringState") },
          ],
        }),
        hint: `Delete the peerings between ${first.localName} and ${first.remoteName} on both sides, and create both again.`,
      };
    }
  },
};
