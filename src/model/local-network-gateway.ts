import { type AddressRange, readRanges } from "./address-range.ts";
import type { EstateIndex } from "./estate-index.ts";
import { numberOf } from "./number-of.ts";
import { propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { readAddress, type WrittenAddress } from "./written-address.ts";

export const LOCAL_NETWORK_GATEWAY = "Microsoft.Network/localNetworkGateways";

/** A site's device, as Azure sees it. */
export interface LocalNetworkGateway {
  readonly resource: Resource;
  readonly name: string;
  readonly addressPrefixes: readonly AddressRange[];
  readonly gatewayIpAddress: WrittenAddress | undefined;
  readonly asn: number | undefined;
  readonly bgpPeeringAddress: WrittenAddress | undefined;
}

const known = new WeakMap<Resource, LocalNetworkGateway>();

export function allLocalNetworkGateways(estate: EstateIndex): readonly LocalNetworkGateway[] {
  return estate.all(LOCAL_NETWORK_GATEWAY).map(localNetworkGatewayOf);
}

/** `undefined` where the estate does not hold it. */
export function findLocalNetworkGateway(
  id: string | undefined,
  estate: EstateIndex,
): LocalNetworkGateway | undefined {
  const resource = id === undefined ? undefined : estate.find(id);
  return resource && localNetworkGatewayOf(resource);
}

function localNetworkGatewayOf(resource: Resource): LocalNetworkGateway {
  const view = known.get(resource) ?? readLocalNetworkGateway(resource);
  known.set(resource, view);
  return view;
}

function readLocalNetworkGateway(resource: Resource): LocalNetworkGateway {
  const prefixes = ["localNetworkAddressSpace", "addressPrefixes"];
  const peer = ["bgpSettings", "bgpPeeringAddress"];
  return {
    resource,
    name: resource.name,
    addressPrefixes: readRanges(resource, prefixes, propertyOf(resource, ...prefixes)),
    gatewayIpAddress: readAddress(resource, ["gatewayIpAddress"], propertyOf(resource, "gatewayIpAddress")),
    asn: numberOf(propertyOf(resource, "bgpSettings", "asn")),
    bgpPeeringAddress: readAddress(resource, peer, propertyOf(resource, ...peer)),
  };
}
