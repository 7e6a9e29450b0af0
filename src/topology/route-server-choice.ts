import { bgpWeights } from "../azure/bgp-weights.ts";
import { hubRoutingPreference, routeServerBgp } from "../azure/route-server.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { flagOf } from "../model/flag-of.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import type { RouteServer } from "../model/route-server.ts";
import { type StandingGateway, standingGatewaysIn } from "./gateway-instances.ts";
import { routeServersOfNetwork } from "./gateway-transit.ts";
import { perEstate } from "./per-estate.ts";

/** Whether a Route Server passes the routes of this network's gateways from one to the other. */
export function joinsBranches(networkKey: ResourceId, estate: EstateIndex): boolean {
  return choices(estate, networkKey).joins;
}

/** Of what came over a tunnel or from an appliance, beside that of circuits. */
export function tunnelWeight(networkKey: ResourceId, estate: EstateIndex): number {
  return choices(estate, networkKey).weight;
}

export function isJoining({ resource }: RouteServer): boolean {
  return flagOf(resource, "allowBranchToBranchTraffic") === true;
}

/** What Azure asks of a VPN gateway, to exchange routes with the Route Server beside it. */
export function speaksWithRouteServer({ gatewayType, asn, activeActive }: StandingGateway): boolean {
  return gatewayType === "ExpressRoute" || (asn === routeServerBgp.value.asn && activeActive);
}

export function gatewaysBeside(networkKey: ResourceId, estate: EstateIndex): readonly StandingGateway[] {
  return [
    ...standingGatewaysIn(networkKey, "ExpressRoute", estate),
    ...standingGatewaysIn(networkKey, "Vpn", estate),
  ];
}

interface Choice {
  readonly joins: boolean;
  readonly weight: number;
}

const known = perEstate(() => new Map<ResourceId, Choice>());

function choices(estate: EstateIndex, networkKey: ResourceId): Choice {
  const choice = known(estate).get(networkKey) ?? readChoice(routeServersOfNetwork(networkKey, estate));
  known(estate).set(networkKey, choice);
  return choice;
}

function readChoice(servers: readonly RouteServer[]): Choice {
  const joining = servers.find(isJoining);
  return { joins: joining !== undefined, weight: weightBy(joining ?? servers[0]) };
}

/** Preferences are weights: above that of circuits, equal to it so that the AS path decides, or below. */
function weightBy(server: RouteServer | undefined): number {
  const { expressRoute, others } = bgpWeights.value;
  const [, vpnGateway, asPath] = hubRoutingPreference.value;
  const text = server && textOf(propertyOf(server.resource, "hubRoutingPreference"))?.toLowerCase();
  if (text === vpnGateway.toLowerCase()) return expressRoute + 1;
  return text === asPath.toLowerCase() ? expressRoute : others;
}
