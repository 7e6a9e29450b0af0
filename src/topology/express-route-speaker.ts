import type { EstateIndex } from "../model/estate-index.ts";
import type { Speaker } from "../model/topology.ts";
import { announcedPrefixes, networkOriginations } from "./gateway-announced.ts";
import type { GatewayInstance, StandingGateway } from "./gateway-instances.ts";
import { gatewayLayerId } from "./gateway-layer.ts";
import { tags } from "./gateway-tags.ts";
import { routeServersOfNetwork } from "./gateway-transit.ts";
import { joinsBranches } from "./route-server-choice.ts";

/**
 * What one instance of an ExpressRoute gateway says of itself, and where it puts what it hears. Interfaces send what is
 * for a circuit straight to Microsoft's edge: the gateway is on the way in alone.
 */
export function expressRouteSpeaker(
  { networkKey, asn }: StandingGateway,
  { learned, bgpAddress }: GatewayInstance,
  estate: EstateIndex,
): Speaker {
  const passedOn = joinsBranches(networkKey, estate) ? [tags.branch, tags.static, tags.nva] : [];
  const program = { nextHop: "via", nextHopType: "VirtualNetworkGateway" } as const;
  return {
    asn,
    ...(bgpAddress === undefined ? {} : { routerId: bgpAddress }),
    originates: networkOriginations(networkKey, [4, 6], estate),
    refuses: announcedPrefixes(networkKey, estate),
    multipath: true,
    programs: [
      // Recorded: beside a Route Server an interface is shown one way of each, though the gateway knows two.
      {
        layer: gatewayLayerId(networkKey),
        tags: [tags.circuit],
        ...program,
        ...(routeServersOfNetwork(networkKey, estate).length > 0 ? { singlePath: true } : {}),
      },
      { layer: learned, tags: [tags.circuit, ...passedOn], ...program },
    ],
  };
}
