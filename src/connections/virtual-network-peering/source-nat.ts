import type { EstateIndex } from "../../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import type { Resource } from "../../model/resource.ts";
import { isList } from "../../model/unknown.ts";

/** Addresses of appliances that send on in their own name: what comes from there is not forwarded, says Azure. */
export function sourceNatAddresses(estate: EstateIndex): ReadonlySet<string> {
  const appliances = estate.estate.appliances.filter(({ sourceNat }) => sourceNat);
  return new Set(appliances.flatMap(({ resource }) => addressesOf(estate.find(resource))));
}

/** Of a network interface, or of a load balancer in front of several. */
function addressesOf(resource: Resource | undefined): readonly string[] {
  if (!resource) return [];

  return ["ipConfigurations", "frontendIPConfigurations"].flatMap((list) => {
    const configurations = propertyOf(resource, list);
    if (!isList(configurations)) return [];
    return configurations.flatMap((one) => textOf(valueAt(one, ["properties", "privateIPAddress"])) ?? []);
  });
}
