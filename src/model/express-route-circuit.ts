import type { Origin } from "../source/origin.ts";
import type { EstateIndex } from "./estate-index.ts";
import { numberOf } from "./number-of.ts";
import { propertyOf, textOf, valueAt } from "./properties.ts";
import { isReference, referenceOf } from "./reference.ts";
import { originOf, type Resource, type ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";

export const EXPRESS_ROUTE_CIRCUIT = "Microsoft.Network/expressRouteCircuits";
const PEERING = "Microsoft.Network/expressRouteCircuits/peerings";
const MBPS_PER_GBPS = 1000;

/** A circuit, as the rules read it: a provider's, or one of a port of ExpressRoute Direct. */
export interface ExpressRouteCircuit {
  readonly resource: Resource;
  readonly name: string;
  /** `Local`, `Standard` or `Premium`; `undefined` where nobody says. */
  readonly tier: string | undefined;
  /** `MeteredData` or `UnlimitedData`. */
  readonly family: string | undefined;
  readonly bandwidthMbps: number | undefined;
  readonly peeringLocation: string | undefined;
  /** The port of ExpressRoute Direct that it is cut from. */
  readonly portKey: ResourceId | undefined;
}

export interface CircuitPeering {
  readonly resource: Resource;
  readonly name: string;
  /** `AzurePrivatePeering` or `MicrosoftPeering`. */
  readonly peeringType: string | undefined;
}

const known = new WeakMap<EstateIndex, readonly ExpressRouteCircuit[]>();

export function allExpressRouteCircuits(estate: EstateIndex): readonly ExpressRouteCircuit[] {
  const circuits =
    known.get(estate) ?? estate.all(EXPRESS_ROUTE_CIRCUIT).map((resource) => readCircuit(resource, estate));
  known.set(estate, circuits);
  return circuits;
}

export function findExpressRouteCircuit(
  key: ResourceId,
  estate: EstateIndex,
): ExpressRouteCircuit | undefined {
  const resource = estate.find(key);
  return resource && allExpressRouteCircuits(estate).find((circuit) => circuit.resource === resource);
}

export function peeringsOfCircuit(circuit: ExpressRouteCircuit, estate: EstateIndex): CircuitPeering[] {
  return estate.childrenOf(circuit.resource, PEERING).map((resource) => ({
    resource,
    name: resource.name,
    peeringType: textOf(propertyOf(resource, "peeringType")),
  }));
}

export function isPrivatePeering({ peeringType }: CircuitPeering): boolean {
  return peeringType?.toLowerCase() === "azureprivatepeering";
}

export function isMicrosoftPeering({ peeringType }: CircuitPeering): boolean {
  return peeringType?.toLowerCase() === "microsoftpeering";
}

/** Where the bandwidth stands. */
export function placeOfBandwidth({ resource, portKey }: ExpressRouteCircuit): Origin {
  return portKey === undefined
    ? originOf(resource, "properties", "serviceProviderProperties", "bandwidthInMbps")
    : originOf(resource, "properties", "bandwidthInGbps");
}

function readCircuit(resource: Resource, estate: EstateIndex): ExpressRouteCircuit {
  const reference = referenceOf(resource, "expressRoutePort");
  const portKey = isReference(reference) ? keyOf(reference.id) : undefined;
  const port = portKey === undefined ? undefined : estate.find(portKey);
  const mbps = numberOf(propertyOf(resource, "serviceProviderProperties", "bandwidthInMbps"));
  const gbps = numberOf(propertyOf(resource, "bandwidthInGbps"));
  return {
    resource,
    name: resource.name,
    tier: textOf(valueAt(resource.envelope, ["sku", "tier"])),
    family: textOf(valueAt(resource.envelope, ["sku", "family"])),
    bandwidthMbps: mbps ?? (gbps === undefined ? undefined : gbps * MBPS_PER_GBPS),
    peeringLocation:
      textOf(propertyOf(resource, "serviceProviderProperties", "peeringLocation")) ??
      (port && textOf(propertyOf(port, "peeringLocation"))),
    portKey,
  };
}
