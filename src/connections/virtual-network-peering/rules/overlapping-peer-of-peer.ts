import type { EstateIndex } from "../../../model/estate-index.ts";
import type { ResourceId } from "../../../model/resource.ts";
import type { Rule } from "../../../model/rule.ts";
import { type Clash, clashesAmongPeers } from "../clash.ts";
import { halfBetween } from "../halves.ts";
import { nameList } from "../name-list.ts";

export const overlappingPeerOfPeer: Rule = {
  id: "virtual-network-peering/overlapping-peer-of-peer",
  severity: "error",
  summary: "Virtual networks that are peered with the same network must not share addresses.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",
  after: ["virtual-network-peering/overlapping-address-space"],

  *check(estate) {
    for (const clash of clashesAmongPeers(estate)) {
      const hubs = nameList([...clash.hubs].map((hub) => nameOf(hub, clash, estate)));
      const who = clash.networks.size === 1 ? "both" : "all of them";
      yield {
        message: `${clash.network.name} uses ${clash.range.text}, which overlaps ${othersOf(clash)}; ${who} are peered with ${hubs}.`,
        origin: clash.range.origin,
        related: clash.examples.map(({ network, range }) => ({
          message: `${network.name} uses ${range.text}`,
          origin: range.origin,
        })),
        hint: `Give ${clash.network.name} a range that no other peer of ${hubs} uses.`,
      };
    }
  },
};

function othersOf({ examples, networks }: Clash): string {
  const [first] = examples;
  if (networks.size === 1 && first) return `${first.range.text} of ${first.network.name}`;
  return `ranges of ${nameList([...networks].map(({ name }) => name))}`;
}

function nameOf(hub: ResourceId, { network }: Clash, estate: EstateIndex): string {
  const half = halfBetween(network.resource.id.toLowerCase(), hub, estate);
  return estate.find(hub)?.name ?? half?.remoteName ?? hub;
}
