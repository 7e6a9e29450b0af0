import type { EstateIndex } from "../../model/estate-index.ts";
import type { GatewayConnection } from "../../model/gateway-connection.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import type { ResourceId } from "../../model/resource.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import {
  findVirtualNetworkGateway,
  type VirtualNetworkGateway,
} from "../../model/virtual-network-gateway.ts";
import { connectionPairs } from "../connection-pairs.ts";

/** Two gateways that are joined, both ways, with or without BGP. */
interface Leg {
  readonly ends: readonly [ResourceId, ResourceId];
  readonly usesBgp: boolean;
  readonly connection: GatewayConnection;
}

export const missingBgpForTransit: Rule = {
  id: "connection/missing-bgp-for-transit",
  severity: "warning",
  summary: "In a chain of gateways every connection uses BGP, or none.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const legs = legsOf(estate);
    const joined = new Set(legs.flatMap(({ ends: [a, b] }) => [`${a} ${b}`, `${b} ${a}`]));
    const dynamic = neighboursByBgp(legs);

    for (const leg of legs.filter(({ usesBgp }) => !usesBgp)) {
      for (const [middleId, edgeId] of [leg.ends, swapped(leg.ends)]) {
        const beyond = dynamic
          .get(middleId)
          ?.find(({ id }) => id !== edgeId && !joined.has(`${id} ${edgeId}`));
        const [middle, edge, far] = [middleId, edgeId, beyond?.id].map((id) =>
          findVirtualNetworkGateway(id, estate),
        );
        if (!beyond || !middle || !edge || !far || arePeered(edge, far, estate)) continue;
        yield {
          message: `${leg.connection.name} does not use BGP and ${beyond.connection.name} does: ${middle.name} tells nobody behind ${edge.name} of ${far.name}, nor the reverse.`,
          origin: originOf(leg.connection.resource, "properties", "enableBgp"),
          related: [
            {
              message: `${beyond.connection.name} uses BGP`,
              origin: originOf(beyond.connection.resource, "properties", "enableBgp"),
            },
          ],
          hint: `Set enableBgp on both connections between ${edge.name} and ${middle.name}, or join ${edge.name} to ${far.name} as well.`,
        };
      }
    }
  },
};

/** Where only one direction uses BGP, that is another mistake. */
function legsOf(estate: EstateIndex): readonly Leg[] {
  return [...connectionPairs(estate)].flatMap(([there, back]): readonly Leg[] => {
    const { virtualNetworkGateway1: from, virtualNetworkGateway2: to, enableBgp } = there;
    if (!from || !to || enableBgp === undefined || enableBgp !== back.enableBgp) return [];
    return [{ ends: [from, to], usesBgp: enableBgp, connection: there }];
  });
}

interface Neighbour {
  readonly id: ResourceId;
  readonly connection: GatewayConnection;
}

/** Whom each gateway hears by BGP. */
function neighboursByBgp(legs: readonly Leg[]): ReadonlyMap<ResourceId, readonly Neighbour[]> {
  const neighbours = new Map<ResourceId, Neighbour[]>();
  for (const { ends, connection } of legs.filter(({ usesBgp }) => usesBgp)) {
    for (const [from, id] of [ends, swapped(ends)]) {
      const others = neighbours.get(from);
      if (others) others.push({ id, connection });
      else neighbours.set(from, [{ id, connection }]);
    }
  }
  return neighbours;
}

function swapped([a, b]: Leg["ends"]): Leg["ends"] {
  return [b, a];
}

/** What is peered needs no transit. */
function arePeered(a: VirtualNetworkGateway, b: VirtualNetworkGateway, estate: EstateIndex): boolean {
  if (a.networkKey === undefined || b.networkKey === undefined) return true;
  return peeredNetworks(estate).peersOf(a.networkKey).has(b.networkKey);
}
