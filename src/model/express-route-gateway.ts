import type { EstateIndex } from "./estate-index.ts";
import { numberOf } from "./number-of.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";
import { normaliseRegion } from "./virtual-network.ts";
import { allVirtualNetworkGateways, type VirtualNetworkGateway } from "./virtual-network-gateway.ts";

/** A virtual network gateway of the type ExpressRoute. */
export interface ExpressRouteGateway extends VirtualNetworkGateway {
  /** Lower-cased, without blanks; `undefined` where it is unknown. */
  readonly region: string | undefined;
  readonly fewestScaleUnits: number | undefined;
  readonly mostScaleUnits: number | undefined;
  /** Azure has made it, and so took it. */
  readonly isThere: boolean;
}

const known = new WeakMap<EstateIndex, readonly ExpressRouteGateway[]>();

export function allExpressRouteGateways(estate: EstateIndex): readonly ExpressRouteGateway[] {
  const gateways =
    known.get(estate) ??
    allVirtualNetworkGateways(estate)
      .filter(({ gatewayType }) => gatewayType === "ExpressRoute")
      .map(readGateway);
  known.set(estate, gateways);
  return gateways;
}

export function findExpressRouteGateway(
  key: ResourceId,
  estate: EstateIndex,
): ExpressRouteGateway | undefined {
  return allExpressRouteGateways(estate).find(({ resource }) => keyOf(resource.id) === key);
}

function readGateway(gateway: VirtualNetworkGateway): ExpressRouteGateway {
  const { resource } = gateway;
  const { location } = resource;
  return {
    ...gateway,
    region: typeof location === "string" ? normaliseRegion(location) : undefined,
    fewestScaleUnits: numberOf(propertyOf(resource, "autoScaleConfiguration", "bounds", "min")),
    mostScaleUnits: numberOf(propertyOf(resource, "autoScaleConfiguration", "bounds", "max")),
    isThere: resource.existing === true || textOf(propertyOf(resource, "provisioningState")) === "Succeeded",
  };
}
