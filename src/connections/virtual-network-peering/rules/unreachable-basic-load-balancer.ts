import type { EstateIndex } from "../../../model/estate-index.ts";
import { allLoadBalancers } from "../../../model/load-balancer.ts";
import { originOf, type ResourceId } from "../../../model/resource.ts";
import type { Rule } from "../../../model/rule.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../../../model/virtual-network.ts";
import { peersOf } from "../halves.ts";
import { nameList } from "../name-list.ts";

export const unreachableBasicLoadBalancer: Rule = {
  id: "virtual-network-peering/unreachable-basic-load-balancer",
  severity: "warning",
  summary: "A load balancer that peers in other regions reach has the Standard SKU.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    for (const { resource, name, skuName, networkKey } of allLoadBalancers(estate)) {
      if (skuName?.toLowerCase() !== "basic" || networkKey === undefined) continue;

      const peers = peersInOtherRegions(networkKey, estate);
      if (peers.length === 0) continue;

      const names = nameList(peers.map((peer) => `${peer.name} (${peer.region})`));
      yield {
        message: `The Basic load balancer ${name} cannot be reached from ${names}, which ${peers.length === 1 ? "is" : "are"} peered with its network from another region.`,
        origin: originOf(resource, "sku", "name"),
        hint: `Replace ${name} by a load balancer with the Standard SKU.`,
      };
    }
  },
};

function peersInOtherRegions(networkKey: ResourceId, estate: EstateIndex): readonly VirtualNetwork[] {
  const own = estate.find(networkKey);
  const region = own && virtualNetworkOf(own).region;
  if (region === undefined) return [];

  return [...peersOf(networkKey, estate)].flatMap((key) => {
    const resource = estate.find(key);
    const peer = resource && virtualNetworkOf(resource);
    return peer?.region !== undefined && peer.region !== region ? [peer] : [];
  });
}
