import type { EstateIndex } from "../../model/estate-index.ts";
import type { RecognisedFacility } from "../../model/facility-type.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import { keyOf } from "../../model/resource-id.ts";
import { isList } from "../../model/unknown.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { skuNamed } from "./candidate.ts";
import { metersOf, type PublicAddress } from "./meters.ts";

export function recogniseVpnGateways(estate: EstateIndex): readonly RecognisedFacility[] {
  return allVpnGateways(estate).map((gateway) => facilityOf(gateway, estate));
}

function facilityOf(gateway: VirtualNetworkGateway, estate: EstateIndex): RecognisedFacility {
  const { resource, skuName } = gateway;
  const sku = skuName === undefined ? undefined : (skuNamed(skuName) ?? skuName);
  const { location } = resource;
  return {
    facility: "vpn-gateway",
    resource: keyOf(resource.id),
    ...(sku === undefined ? {} : { sku }),
    label: sku === undefined ? "VPN gateway" : `VPN gateway ${sku}`,
    meters: () =>
      metersOf({
        name: gateway.name,
        sku,
        region: typeof location === "string" ? normaliseRegion(location) : undefined,
        publicAddresses: publicAddressesOf(gateway, estate),
      }),
  };
}

/** Those that the estate does not hold are taken for Standard and static, as every new one must be. */
function publicAddressesOf(
  { resource }: VirtualNetworkGateway,
  estate: EstateIndex,
): readonly PublicAddress[] {
  const configurations = propertyOf(resource, "ipConfigurations");
  if (!isList(configurations)) return [];

  return configurations.flatMap((configuration): PublicAddress[] => {
    const id = textOf(valueAt(configuration, ["properties", "publicIPAddress", "id"]));
    if (id === undefined) return [];

    const address = estate.find(id);
    const sku = textOf(valueAt(address?.envelope?.["sku"], ["name"]))?.toLowerCase();
    const method = address && textOf(propertyOf(address, "publicIPAllocationMethod"))?.toLowerCase();
    const isDynamic = method === "dynamic";
    // Of the Standard SKU there are static ones alone.
    const isBasic = sku === "basic" || (sku === undefined && isDynamic);
    return [{ sku: isBasic ? "Basic" : "Standard", allocation: isDynamic ? "Dynamic" : "Static" }];
  });
}
