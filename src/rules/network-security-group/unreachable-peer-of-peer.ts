import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import type { Subnet, VirtualNetwork } from "../../model/virtual-network.ts";
import { type PeerOfPeer, peerOfPeerFinder } from "../peers-of-peers.ts";
import { type AllowedRange, allowedRanges, subnetsByGroup } from "../security-rule-ends.ts";
import { gatewayLeadsTo, mayAnswer, mayBeJoinedElsewhere, maySend } from "../ways-past-peerings.ts";

export const unreachablePeerOfPeer: Rule = {
  id: "network-security-group/unreachable-peer-of-peer",
  severity: "warning",
  summary: "A network that a security rule lets in, or lets reach, is one that a way leads to.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    const ranges = allowedRanges(estate);
    if (ranges.length === 0 || mayBeJoinedElsewhere(estate)) return;

    const groups = subnetsByGroup(estate);
    const holder = peerOfPeerFinder(estate);
    const find = wayFinder(holder, estate);
    /** What no network of theirs leads to, no subnet does: there may be many of those. */
    const leadsFrom = (networks: readonly VirtualNetwork[], { range }: AllowedRange) =>
      networks.some((network) => holder(network, range.prefix) !== undefined);
    for (const allowed of rangesByRule(ranges)) {
      const lost = allowed.flatMap((each) => {
        const subnets = groups.get(keyOf(each.group.id)) ?? [];
        if (!leadsFrom(networksOf(subnets, estate), each)) return [];
        for (const subnet of subnets) {
          const found = find(subnet, each);
          if (found) return [{ ...each, ...found, subnet }];
        }
        return [];
      });
      const [first, ...others] = lost;
      if (!first) continue;

      const [far, near, hub] = [first.network.name, displayName(first.subnet.resource), nameOfId(first.hub)];
      const { rule, range, direction } = first;
      const more = others.length > 0 ? ` (and ${others.length} more)` : "";
      yield {
        message:
          direction === "in"
            ? `Rule ${rule.name} lets ${range.text} of ${far}${more} in to ${near}, and no way leads from there: both are peered with ${hub}, which passes nothing on.`
            : `Rule ${rule.name} lets ${near} out to ${range.text} of ${far}${more}, and no way leads there: both are peered with ${hub}, which passes nothing on.`,
        origin: range.origin,
        related: first.network.addressSpace
          .filter(isValid)
          .slice(0, 1)
          .map(({ text, origin }) => ({ message: `${far} uses ${text}`, origin })),
        hint: `Peer ${near.split("/")[0]} with ${far}, or send both ways through an appliance in ${hub}.`,
      };
    }
  },
};

const networks = new WeakMap<readonly Subnet[], readonly VirtualNetwork[]>();

function networksOf(subnets: readonly Subnet[], estate: EstateIndex): readonly VirtualNetwork[] {
  const known = networks.get(subnets) ?? [
    ...new Set(subnets.flatMap((subnet) => parentNetwork(subnet, estate) ?? [])),
  ];
  networks.set(subnets, known);
  return known;
}

function rangesByRule(ranges: readonly AllowedRange[]): Iterable<readonly AllowedRange[]> {
  const groups = new Map<Resource, AllowedRange[]>();
  for (const range of ranges) {
    const group = groups.get(range.rule);
    if (group) group.push(range);
    else groups.set(range.rule, [range]);
  }
  return groups.values();
}

/** The network that the rule means, where it is a peer's peer and nothing makes a way to it or back. */
function wayFinder(
  holder: ReturnType<typeof peerOfPeerFinder>,
  estate: EstateIndex,
): (subnet: Subnet, allowed: AllowedRange) => PeerOfPeer | undefined {
  const leadsTo = gatewayLeadsTo(estate);
  return (subnet, { range: { prefix } }) => {
    const network = parentNetwork(subnet, estate);
    const [own] = subnet.addressPrefixes.filter(({ prefix: each }) => each?.family === prefix.family);
    const found = network && holder(network, prefix);
    if (!found || !own?.prefix) return undefined;
    if (maySend(subnet, prefix, estate) || mayAnswer(found.network, prefix, own.prefix, estate))
      return undefined;
    return leadsTo(network, prefix) || leadsTo(found.network, own.prefix) ? undefined : found;
  };
}
