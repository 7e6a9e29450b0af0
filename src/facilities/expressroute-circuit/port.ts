import { deploymentSubscription } from "../../model/deployment-scope.ts";
import { EXPRESS_ROUTE_PORT } from "../../model/express-route-port.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import type { Unknown, ValueObject } from "../../model/unknown.ts";
import { type Origin, originWithin } from "../../source/origin.ts";

const MBPS_PER_GBPS = 1000;

/** The customer's own pair, which is there, and paid by whoever has it. */
export function portOf({ origin, peeringLocation }: CircuitIntent, id: string): Resource {
  return {
    id,
    type: EXPRESS_ROUTE_PORT,
    name: nameOfId(id),
    properties: peeringLocation === undefined ? {} : { peeringLocation },
    existing: true,
    origin: originWithin(origin, "port"),
    parts: [{ at: ["properties", "peeringLocation"], origin: originWithin(origin, "peeringLocation") }],
  };
}

/** No provider is named beside a port: Azure takes one or the other. */
export function onPort(id: string, mbps: number, authorizationKey: Unknown | undefined): ValueObject {
  return {
    expressRoutePort: { id },
    bandwidthInGbps: mbps / MBPS_PER_GBPS,
    ...(authorizationKey ? { authorizationKey } : {}),
  };
}

/** Ports of another subscription take a key of their owner; which the deployment's is, nobody knows yet. */
export function authorizationOf(
  name: string,
  { origin }: CircuitIntent,
  port: string,
  subscription: string,
): Unknown | undefined {
  if (parseResourceId(port)?.subscription.toLowerCase() === subscription.toLowerCase()) return undefined;

  const maybe = subscription === deploymentSubscription ? "; empty where both are in one subscription" : "";
  return {
    kind: "unknown",
    because: `the authorization key that the owner of the ports ${nameOfId(port)} makes for ${name}${maybe}`,
    origin,
  };
}

export function partsOnPort(origin: Origin): readonly Part[] {
  return [
    { at: ["properties", "expressRoutePort", "id"], origin: originWithin(origin, "port") },
    { at: ["properties", "bandwidthInGbps"], origin: originWithin(origin, "bandwidth") },
  ];
}
