import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList } from "../model/unknown.ts";

/** An address of an internal load balancer. */
export interface FrontEnd {
  readonly key: ResourceId;
  readonly name: string;
  readonly subnetId: string;
  readonly address: string | undefined;
}

/** Public ones are not among them. */
export function frontEndsOf(resource: Resource): readonly FrontEnd[] {
  const configurations = propertyOf(resource, "frontendIPConfigurations");
  return (isList(configurations) ? configurations : []).flatMap((value, index) => {
    const subnetId = textOf(valueAt(value, ["properties", "subnet", "id"]));
    if (subnetId === undefined) return [];

    const name = textOf(valueAt(value, ["name"])) ?? String(index);
    const address = textOf(valueAt(value, ["properties", "privateIPAddress"]));
    const key = keyOf(`${resource.id}/frontendIPConfigurations/${name}`);
    return [{ key, name, subnetId, address: address === "" ? undefined : address }];
  });
}
