import type { EstateIndex } from "../../../model/estate-index.ts";
import { keyOf } from "../../../model/resource-id.ts";
import type { Rule } from "../../../model/rule.ts";
import { subnetsOf } from "../../../model/virtual-network.ts";
import type { Half } from "../half.ts";
import { allHalves, counterpartOf } from "../halves.ts";
import { isListKnown, listedSubnets } from "../listed-subnets.ts";
import { nameList } from "../name-list.ts";
import { typeOfHalf } from "../peering-type.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const unreachableSubnets: Rule = {
  id: "virtual-network-peering/unreachable-subnets",
  severity: "info",
  summary: "A subnet peering says which subnets the peer does not reach.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering#subnet-peering-checks-and-limitations",

  *check(estate) {
    for (const half of allHalves(estate)) {
      const leftOut = subnetsLeftOut(half, estate);
      if (leftOut.length === 0) continue;

      yield {
        message: `${title(half)} leaves out ${nameList(leftOut)}, which ${half.remoteName} does not reach.`,
        origin: placeOf(half, "localSubnetNames"),
        hint: `Add to localSubnetNames what ${half.remoteName} is to reach.`,
      };
    }
  },
};

function subnetsLeftOut(half: Half, estate: EstateIndex): readonly string[] {
  if (!half.local || half.peerCompleteVnets || !isListKnown(half, "localSubnetNames")) return [];

  const other = counterpartOf(half, estate);
  if (other && typeOfHalf(other) === "networks") return [];

  const listed = new Set(listedSubnets(half, "localSubnetNames").map(({ name }) => keyOf(name)));
  return subnetsOf(half.local, estate)
    .map(({ name }) => name)
    .filter((name) => !listed.has(keyOf(name)));
}
