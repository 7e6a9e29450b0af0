import type { EstateIndex } from "./estate-index.ts";
import { networkOfIpConfigurations } from "./ip-configurations.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";

export const VIRTUAL_NETWORK_GATEWAY = "Microsoft.Network/virtualNetworkGateways";

/** A VPN or ExpressRoute gateway, as the rules read it. */
export interface VirtualNetworkGateway {
  readonly resource: Resource;
  readonly name: string;
  /** `Vpn` or `ExpressRoute`; `undefined` where nobody says. */
  readonly gatewayType: string | undefined;
  readonly skuName: string | undefined;
  /** The network whose GatewaySubnet it stands in; `undefined` where nobody says. */
  readonly networkKey: ResourceId | undefined;
}

const known = new WeakMap<EstateIndex, readonly VirtualNetworkGateway[]>();

export function allVirtualNetworkGateways(estate: EstateIndex): readonly VirtualNetworkGateway[] {
  const gateways = known.get(estate) ?? estate.all(VIRTUAL_NETWORK_GATEWAY).map(readGateway);
  known.set(estate, gateways);
  return gateways;
}

/** At most one of each type, says Azure; the estate may say otherwise. */
export function gatewaysIn(networkKey: ResourceId, estate: EstateIndex): readonly VirtualNetworkGateway[] {
  return allVirtualNetworkGateways(estate).filter((gateway) => gateway.networkKey === networkKey);
}

function readGateway(resource: Resource): VirtualNetworkGateway {
  return {
    resource,
    name: resource.name,
    gatewayType: textOf(propertyOf(resource, "gatewayType")),
    skuName: textOf(propertyOf(resource, "sku", "name")),
    networkKey: networkOfIpConfigurations(propertyOf(resource, "ipConfigurations")),
  };
}
