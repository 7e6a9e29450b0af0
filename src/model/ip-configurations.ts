import { textOf, valueAt } from "./properties.ts";
import type { ResourceId } from "./resource.ts";
import { keyOf, parentIdOf } from "./resource-id.ts";
import { isList, type Value } from "./unknown.ts";

/** The network of the first subnet that a list of ipConfigurations, or of frontendIPConfigurations, names. */
export function networkOfIpConfigurations(ipConfigurations: Value | undefined): ResourceId | undefined {
  const [subnetId] = subnetIdsOf(ipConfigurations);
  return subnetId === undefined ? undefined : networkOfSubnet(subnetId);
}

export function networkOfSubnet(subnetId: string): ResourceId | undefined {
  const networkId = parentIdOf(subnetId);
  return networkId === undefined ? undefined : keyOf(networkId);
}

function subnetIdsOf(ipConfigurations: Value | undefined): readonly string[] {
  if (!isList(ipConfigurations)) return [];

  return ipConfigurations.flatMap((item) => textOf(valueAt(item, ["properties", "subnet", "id"])) ?? []);
}
