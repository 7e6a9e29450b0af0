import { hostPrefix, type Prefix, parseAddress } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVirtualNetworks, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import { type PeerOfPeer, peerOfPeerFinder } from "../peers-of-peers.ts";
import { gatewayLeadsTo, mayAnswer, mayBeJoinedElsewhere, maySend } from "../ways-past-peerings.ts";

export const unreachableDnsServer: Rule = {
  id: "virtual-network/unreachable-dns-server",
  severity: "warning",
  summary: "The DNS servers of a virtual network stand where a way leads to.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",

  *check(estate) {
    const networks = allVirtualNetworks(estate).filter(({ resource }) => serversOf(resource).length > 0);
    if (networks.length === 0 || mayBeJoinedElsewhere(estate)) return;

    const find = lostServerFinder(estate);
    for (const network of networks) {
      for (const [index, server] of serversOf(network.resource).entries()) {
        const address = typeof server === "string" ? parseAddress(server) : undefined;
        const lost = address && find(network, hostPrefix(address));
        if (!lost || typeof server !== "string") continue;

        const hub = nameOfId(lost.hub);
        yield {
          message: `${network.name} asks the DNS server ${server} in ${lost.network.name}, and no way leads there: both are peered with ${hub}, which passes nothing on.`,
          origin: originOf(network.resource, "properties", "dhcpOptions", "dnsServers", index),
          related: lost.network.addressSpace
            .filter(isValid)
            .slice(0, 1)
            .map(({ text, origin }) => ({ message: `${lost.network.name} uses ${text}`, origin })),
          hint: `Have a server in ${hub}, peer ${network.name} with ${lost.network.name}, or send both ways through an appliance.`,
        };
      }
    }
  },
};

function serversOf(network: VirtualNetwork["resource"]) {
  const servers = propertyOf(network, "dhcpOptions", "dnsServers");
  return isList(servers) ? servers : [];
}

function lostServerFinder(
  estate: EstateIndex,
): (network: VirtualNetwork, server: Prefix) => PeerOfPeer | undefined {
  const holder = peerOfPeerFinder(estate);
  const leadsTo = gatewayLeadsTo(estate);
  return (network, server) => {
    const found = holder(network, server);
    const ranges = network.addressSpace.filter(isValid).map(({ prefix }) => prefix);
    if (!found || leadsTo(network, server)) return undefined;
    if (subnetsOf(network, estate).some((subnet) => maySend(subnet, server, estate))) return undefined;

    const isAnswered = ranges.some(
      (range) => mayAnswer(found.network, server, range, estate) || leadsTo(found.network, range),
    );
    return isAnswered ? undefined : found;
  };
}
