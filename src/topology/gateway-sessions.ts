import { bgpWeights } from "../azure/bgp-weights.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { Session, SessionEnd } from "../model/topology.ts";
import { type GatewayInstance, type StandingGateway, standingGatewaysIn } from "./gateway-instances.ts";
import { learns, sends, toNodes } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { tunnelWeight } from "./route-server-choice.ts";

/** Between the two instances of a VPN gateway, and between it and the ExpressRoute gateway of its network. */
export function* sessionsInside(gateway: StandingGateway, estate: EstateIndex): Iterable<Session> {
  if (gateway.gatewayType !== "Vpn") return;

  const weight = tunnelWeight(gateway.networkKey, estate);
  const [first, second] = gateway.instances;
  if (first && second) yield betweenSiblings(gateway, first, second, weight);

  for (const beside of standingGatewaysIn(gateway.networkKey, "ExpressRoute", estate)) {
    // With another number than Azure's own nobody has recorded what the two tell each other.
    if (beside.asn !== gateway.asn) continue;
    for (const vpn of gateway.instances)
      for (const circuits of beside.instances) yield betweenGateways(gateway, vpn, beside, circuits, weight);
  }
}

function betweenSiblings(
  { key, resource }: StandingGateway,
  first: GatewayInstance,
  second: GatewayInstance,
  weight: number,
): Session {
  const end = (own: GatewayInstance, other: GatewayInstance): SessionEnd => ({
    ...speaks(own),
    via: toNodes(other.node),
    learns: learns(weight),
    sends: sends([tags.static, tags.peerHost, tags.branch]),
  });
  return {
    part: "session",
    id: `${key}#0-1/bgp`,
    ends: [end(first, second), end(second, first)],
    needs: [],
    origin: resource.origin,
  };
}

/** As recorded: the one tells what it has from tunnels, the other the networks' ranges and nothing of a circuit. */
function betweenGateways(
  { resource }: StandingGateway,
  vpn: GatewayInstance,
  beside: StandingGateway,
  circuits: GatewayInstance,
  weight: number,
): Session {
  return {
    part: "session",
    id: `${vpn.node}/${beside.key.slice(beside.key.lastIndexOf("/") + 1)}#${circuits.index}/bgp`,
    ends: [
      {
        ...speaks(vpn),
        via: toNodes(circuits.node),
        learns: learns(bgpWeights.value.expressRoute),
        sends: sends([tags.branch]),
      },
      {
        ...speaks(circuits),
        via: toNodes(vpn.node),
        learns: learns(weight),
        sends: sends([tags.network]),
      },
    ],
    needs: [],
    origin: resource.origin,
  };
}

function speaks({ node, bgpAddress }: GatewayInstance): Pick<SessionEnd, "node" | "address"> {
  return { node, ...(bgpAddress === undefined ? {} : { address: bgpAddress }) };
}
