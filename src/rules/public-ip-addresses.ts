import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import { isList } from "../model/unknown.ts";
import type { VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";

/** Those of a gateway that the estate holds. */
export function publicIpAddressesOf({ resource }: VirtualNetworkGateway, estate: EstateIndex): Resource[] {
  const configurations = propertyOf(resource, "ipConfigurations");
  if (!isList(configurations)) return [];

  return configurations.flatMap((configuration) => {
    const id = textOf(valueAt(configuration, ["properties", "publicIPAddress", "id"]));
    return (id === undefined ? undefined : estate.find(id)) ?? [];
  });
}
