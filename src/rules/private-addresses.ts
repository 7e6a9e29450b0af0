import { propertyOf, valueAt } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import { isList } from "../model/unknown.ts";

/** Of a network interface, or of the load balancer in front of several. */
export function privateAddressesOf(resource: Resource): readonly string[] {
  return ["ipConfigurations", "frontendIPConfigurations"].flatMap((list) => {
    const configurations = propertyOf(resource, list);
    if (!isList(configurations)) return [];

    return configurations
      .map((configuration) => valueAt(configuration, ["properties", "privateIPAddress"]))
      .filter((address) => typeof address === "string");
  });
}
