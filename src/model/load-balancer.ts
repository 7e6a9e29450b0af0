import type { EstateIndex } from "./estate-index.ts";
import { networkOfIpConfigurations } from "./ip-configurations.ts";
import { propertyOf, textOf, valueAt } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";

export const LOAD_BALANCER = "Microsoft.Network/loadBalancers";

export interface LoadBalancer {
  readonly resource: Resource;
  readonly name: string;
  /** `undefined` where nobody says. */
  readonly skuName: string | undefined;
  /** Where the front end of an internal load balancer stands; `undefined` for a public one. */
  readonly networkKey: ResourceId | undefined;
}

export function allLoadBalancers(estate: EstateIndex): readonly LoadBalancer[] {
  return estate.all(LOAD_BALANCER).map((resource) => ({
    resource,
    name: resource.name,
    skuName: textOf(valueAt(resource.envelope, ["sku", "name"])),
    networkKey: networkOfIpConfigurations(propertyOf(resource, "frontendIPConfigurations")),
  }));
}
