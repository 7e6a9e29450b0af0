import type { Rule } from "../../../model/rule.ts";
import { allPairs } from "../halves.ts";
import { typeOfHalf } from "../peering-type.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const asymmetricPeeringType: Rule = {
  id: "virtual-network-peering/asymmetric-peering-type",
  severity: "error",
  summary: "Both halves of a peering must join the same: whole networks, or subnets.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering#subnet-peering-checks-and-limitations",

  *check(estate) {
    for (const pair of allPairs(estate)) {
      for (const [subnets, networks] of [pair, pair.toReversed()]) {
        if (!subnets || !networks) continue;
        if (typeOfHalf(subnets) !== "subnets" || typeOfHalf(networks) !== "networks") continue;

        yield {
          message: `${title(subnets)} peers only subnets, but ${title(networks)} peers the whole networks.`,
          origin: placeOf(subnets, "peerCompleteVnets"),
          related: [
            {
              message: `${title(networks)} peers the whole networks`,
              origin: placeOf(networks, "peerCompleteVnets"),
            },
          ],
          hint: "Delete both halves and create them again with the same peerCompleteVnets.",
        };
      }
    }
  },
};
