import type { EstateIndex } from "../../../model/estate-index.ts";
import type { Finding, Rule } from "../../../model/rule.ts";
import type { Half } from "../half.ts";
import { firstHalves } from "../halves.ts";
import { collisionsOfSubnets } from "../subnet-collision.ts";

export const overlappingSubnetPeering: Rule = {
  id: "virtual-network-peering/overlapping-subnet-peering",
  severity: "error",
  summary: "Peered subnets must lie in ranges that the other network does not use.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering#subnet-peering-checks-and-limitations",

  *check(estate) {
    for (const half of firstHalves(estate)) yield* findingsOf(half, estate);
  },
};

function* findingsOf(half: Half, estate: EstateIndex): Iterable<Finding> {
  for (const { listed, network, range, other, otherRange } of collisionsOfSubnets(half, estate)) {
    yield {
      message: `${listed.name} of ${network.name} lies in ${range.text}, which overlaps ${otherRange.text} of ${other.name}: it cannot be peered with ${other.name}.`,
      origin: listed.origin,
      related: [
        { message: `${network.name} uses ${range.text}`, origin: range.origin },
        { message: `${other.name} uses ${otherRange.text}`, origin: otherRange.origin },
      ],
      hint: `Peer only subnets from ranges of ${network.name} that do not overlap ${other.name}.`,
    };
  }
}
