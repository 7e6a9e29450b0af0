import type { EstateIndex } from "./estate-index.ts";
import { booleanOf, propertyOf, valueAt } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isList, isUnknown } from "./unknown.ts";
import { readAddress, type WrittenAddress } from "./written-address.ts";

export const NETWORK_INTERFACE = "Microsoft.Network/networkInterfaces";

export interface NetworkInterface {
  readonly resource: Resource;
  readonly name: string;
  /** `undefined` where it is unknown; Azure takes false where it is absent. */
  readonly enableIPForwarding: boolean | undefined;
  readonly ipConfigurations: readonly IpConfiguration[];
}

interface IpConfiguration {
  readonly subnetId: string | undefined;
  /** Absent while Azure has yet to choose one. */
  readonly privateIPAddress: WrittenAddress | undefined;
}

export function allNetworkInterfaces(estate: EstateIndex): readonly NetworkInterface[] {
  return estate.all(NETWORK_INTERFACE).map(readNetworkInterface);
}

function readNetworkInterface(resource: Resource): NetworkInterface {
  const forwarding = propertyOf(resource, "enableIPForwarding");
  return {
    resource,
    name: resource.name,
    enableIPForwarding:
      isUnknown(forwarding) || resource.existing ? booleanOf(forwarding) : (booleanOf(forwarding) ?? false),
    ipConfigurations: readIpConfigurations(resource),
  };
}

function readIpConfigurations(resource: Resource): IpConfiguration[] {
  const configurations = propertyOf(resource, "ipConfigurations");
  if (!isList(configurations)) return [];

  return configurations.map((configuration, index) => {
    const id = valueAt(configuration, ["properties", "subnet", "id"]);
    const path = ["ipConfigurations", index, "properties", "privateIPAddress"];
    return {
      subnetId: typeof id === "string" ? id : undefined,
      privateIPAddress: readAddress(
        resource,
        path,
        valueAt(configuration, ["properties", "privateIPAddress"]),
      ),
    };
  });
}
