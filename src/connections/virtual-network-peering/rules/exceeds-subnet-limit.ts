import { subnetsPerPeering } from "../../../azure/peering.ts";
import type { Rule } from "../../../model/rule.ts";
import { counterpartOf, firstHalves } from "../halves.ts";
import { listedSubnets } from "../listed-subnets.ts";
import { title } from "../title.ts";

export const exceedsSubnetLimit: Rule = {
  id: "virtual-network-peering/exceeds-subnet-limit",
  severity: "error",
  summary: "A subnet peering must not list more subnets than Azure allows.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering#subnet-peering-checks-and-limitations",

  *check(estate) {
    const limit = subnetsPerPeering.value;
    for (const first of firstHalves(estate)) {
      for (const half of [first, counterpartOf(first, estate)]) {
        if (!half || half.peerCompleteVnets) continue;

        const listed = [
          ...listedSubnets(half, "localSubnetNames"),
          ...listedSubnets(half, "remoteSubnetNames"),
        ];
        const firstTooMany = listed[limit];
        if (!firstTooMany) continue;

        yield {
          message: `${title(half)} lists ${listed.length} subnets of both sides; Azure allows ${limit}.`,
          origin: firstTooMany.origin,
          hint: "Peer the whole networks, or fewer subnets.",
        };
        break;
      }
    }
  },
};
