import type { EstateIndex } from "../../model/estate-index.ts";
import type { RecognisedFacility } from "../../model/facility-type.ts";
import { booleanOf, propertyOf, textOf } from "../../model/properties.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { allRouteServers } from "../../model/route-server.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import { allVirtualNetworkGateways } from "../../model/virtual-network-gateway.ts";
import { routeServerMeters } from "./meters.ts";

/** Of a hub that stands in no subnet, as far as is known, nobody can say whether it is one. */
export function recogniseRouteServers(estate: EstateIndex): readonly RecognisedFacility[] {
  return allRouteServers(estate)
    .filter(({ networkKey }) => networkKey !== undefined)
    .map(({ resource, name, networkKey }) => {
      const sku = textOf(propertyOf(resource, "sku"));
      const joins =
        booleanOf(propertyOf(resource, "allowBranchToBranchTraffic")) === true
          ? allVirtualNetworkGateways(estate)
              .filter((gateway) => gateway.networkKey === networkKey)
              .map((gateway) => keyOf(gateway.resource.id))
          : [];
      return {
        facility: "route-server",
        resource: keyOf(resource.id),
        ...(sku === undefined ? {} : { sku }),
        ...(joins.length === 0 ? {} : { joins }),
        label: "Route Server",
        meters: () =>
          routeServerMeters({
            name,
            region: regionOf(resource),
            publicAddresses: addressesOf(resource, estate),
          }),
      };
    });
}

function regionOf({ location }: Resource): string | undefined {
  return typeof location === "string" ? normaliseRegion(location) : undefined;
}

function addressesOf(server: Resource, estate: EstateIndex): number {
  return estate
    .childrenOf(server, "Microsoft.Network/virtualHubs/ipConfigurations")
    .filter((place) => textOf(propertyOf(place, "publicIPAddress", "id")) !== undefined).length;
}
