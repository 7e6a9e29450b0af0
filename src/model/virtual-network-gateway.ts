import { defaultVpnGatewayAsn } from "../azure/vpn-gateway-bgp.ts";
import { vpnTypes } from "../azure/vpn-gateway-skus.ts";
import type { EstateIndex } from "./estate-index.ts";
import { flagOf } from "./flag-of.ts";
import { networkOfIpConfigurations } from "./ip-configurations.ts";
import { isAbsent } from "./is-absent.ts";

import { numberOf } from "./number-of.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";

export const VIRTUAL_NETWORK_GATEWAY = "Microsoft.Network/virtualNetworkGateways";

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
  /** `RouteBased` or `PolicyBased`, in Azure's spelling where it is one of them. */
  readonly vpnType: string | undefined;
  readonly vpnGatewayGeneration: string | undefined;
  /** False where the file is silent, as Azure has it; `undefined` where nobody knows. */
  readonly activeActive: boolean | undefined;
  readonly enableBgp: boolean | undefined;
  /** Of a VPN gateway Azure's own where the file is silent; `undefined` where nobody knows. */
  readonly asn: number | undefined;
}

const known = new WeakMap<EstateIndex, readonly VirtualNetworkGateway[]>();

export function allVirtualNetworkGateways(estate: EstateIndex): readonly VirtualNetworkGateway[] {
  const gateways = known.get(estate) ?? estate.all(VIRTUAL_NETWORK_GATEWAY).map(readGateway);
  known.set(estate, gateways);
  return gateways;
}

/** `undefined` where the estate does not hold it. */
export function findVirtualNetworkGateway(
  id: string | undefined,
  estate: EstateIndex,
): VirtualNetworkGateway | undefined {
  const resource = id === undefined ? undefined : estate.find(id);
  return resource && allVirtualNetworkGateways(estate).find((gateway) => gateway.resource === resource);
}

export function allVpnGateways(estate: EstateIndex): readonly VirtualNetworkGateway[] {
  return allVirtualNetworkGateways(estate).filter(({ gatewayType }) => gatewayType === "Vpn");
}

/** At most one of each type, says Azure; the estate may say otherwise. */
export function gatewaysIn(networkKey: ResourceId, estate: EstateIndex): readonly VirtualNetworkGateway[] {
  return allVirtualNetworkGateways(estate).filter((gateway) => gateway.networkKey === networkKey);
}

function readGateway(resource: Resource): VirtualNetworkGateway {
  const vpnType = textOf(propertyOf(resource, "vpnType"));
  return {
    resource,
    name: resource.name,
    gatewayType: gatewayTypeOf(textOf(propertyOf(resource, "gatewayType"))),
    skuName: textOf(propertyOf(resource, "sku", "name")),
    networkKey: networkOfIpConfigurations(propertyOf(resource, "ipConfigurations")),
    vpnType: vpnTypes.value.find((type) => type.toLowerCase() === vpnType?.toLowerCase()) ?? vpnType,
    vpnGatewayGeneration: textOf(propertyOf(resource, "vpnGatewayGeneration")),
    activeActive: flagOf(resource, "activeActive"),
    enableBgp: flagOf(resource, "enableBgp"),
    asn: isAbsent(resource, "bgpSettings", "asn")
      ? defaultVpnGatewayAsn.value
      : numberOf(propertyOf(resource, "bgpSettings", "asn")),
  };
}

/** ARM reads its values without regard to case. */
function gatewayTypeOf(text: string | undefined): GatewayType | undefined {
  return GATEWAY_TYPES.find((type) => type.toLowerCase() === text?.toLowerCase());
}
