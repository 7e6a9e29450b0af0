import { azureDnsServer } from "../../azure/dns.ts";
import { namesAcrossPeerings } from "../../azure/private-dns.ts";
import { fewNames } from "../../diagnostics/few-names.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { allPrivateDnsZones, type PrivateDnsZone } from "../../model/private-dns-zone.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf, type Resource, type ResourceId } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { unknownAt } from "../../model/unknown-at.ts";

const RELATED = 5;

export const missingVirtualNetworkLink: Rule = {
  id: "private-dns-zone/missing-virtual-network-link",
  severity: "warning",
  summary: "A private DNS zone is linked with all of the peers that resolve names by Azure's own resolver.",
  source: namesAcrossPeerings.source,

  *check(estate) {
    for (const zone of allPrivateDnsZones(estate).filter(({ linksAreKnown }) => linksAreKnown)) {
      for (const hub of zone.linked) {
        const peers = askingPeers(hub, estate);
        const left = peers.filter(({ key }) => !zone.linked.has(key));
        if (left.length === 0 || !isMeantForPeers(zone, hub, peers.length - left.length, left.length))
          continue;

        const names = fewNames(left.map(({ resource }) => resource.name));
        yield {
          message: `${zone.name} is linked with ${nameOfId(hub)} and not with its ${left.length > 1 ? "peers" : "peer"} ${names}, which ${left.length > 1 ? "resolve" : "resolves"} by Azure's own resolver: the names of the zone are unknown there.`,
          origin: originOf(zone.resource, "name"),
          related: left.slice(0, RELATED).map(({ resource }) => ({
            message: `${resource.name} is peered with ${nameOfId(hub)}`,
            origin: originOf(resource, "name"),
          })),
          hint: `Link ${zone.name} with ${names} too, or give them DNS servers that know it.`,
        };
      }
    }
  },
};

/** Machines of the hub have their names there, or most of its peers are linked: then the rest was forgotten. */
function isMeantForPeers(
  { registered }: PrivateDnsZone,
  hub: ResourceId,
  linked: number,
  left: number,
): boolean {
  return registered.has(hub) || (linked > 1 && linked > left);
}

/** The peers that ask Azure's own resolver, and no other. What a spoke keeps for itself, its hub need not know. */
function askingPeers(hub: ResourceId, estate: EstateIndex) {
  const peered = peeredNetworks(estate);
  const peers = peered.peersOf(hub);
  return [...peers].flatMap((key) => {
    const resource = estate.find(key);
    return resource && asksAzure(resource) && peered.peersOf(key).size <= peers.size
      ? [{ key, resource }]
      : [];
  });
}

function asksAzure(network: Resource): boolean {
  if (network.existing || unknownAt(network, "dhcpOptions", "dnsServers")) return false;

  const servers = propertyOf(network, "dhcpOptions", "dnsServers") ?? [];
  return isList(servers) && servers.every((server) => server === azureDnsServer.value);
}
