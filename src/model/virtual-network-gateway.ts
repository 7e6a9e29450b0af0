import type { EstateIndex } from "./estate-index.ts";
import { networkOfIpConfigurations } from "./ip-configurations.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";

const VIRTUAL_NETWORK_GATEWAY = "Microsoft.Network/virtualNetworkGateways";

const GATEWAY_TYPES = ["Vpn", "ExpressRoute"] as const;
export type GatewayType = (typeof GATEWAY_TYPES)[number];

/** A VPN or ExpressRoute gateway, as the rules read it. */
export interface VirtualNetworkGateway {
  readonly resource: Resource;
  readonly name: string;
  /** `undefined` where nobody says, or says something else. */
  readonly gatewayType: GatewayType | undefined;
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
    gatewayType: gatewayTypeOf(textOf(propertyOf(resource, "gatewayType"))),
    skuName: textOf(propertyOf(resource, "sku", "name")),
    networkKey: networkOfIpConfigurations(propertyOf(resource, "ipConfigurations")),
  };
}

/** ARM reads its values without regard to case. */
function gatewayTypeOf(text: string | undefined): GatewayType | undefined {
  return GATEWAY_TYPES.find((type) => type.toLowerCase() === text?.toLowerCase());
}
