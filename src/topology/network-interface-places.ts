import type { Address } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { networkOfSubnet } from "../model/ip-configurations.ts";
import { allNetworkInterfaces, type NetworkInterface } from "../model/network-interface.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList, type Value } from "../model/unknown.ts";
import { perEstate } from "./per-estate.ts";

/** A network interface, and where it stands. */
export interface PlacedInterface {
  readonly view: NetworkInterface;
  readonly key: ResourceId;
  /** Of all its configurations: Azure puts them into one subnet. */
  readonly subnetId: string;
  readonly networkKey: ResourceId;
  readonly addresses: readonly Address[];
  readonly configurations: readonly Value[];
}

/** By id; those that do not say where they stand are left out. */
export const placedInterfaces = perEstate(
  (estate): ReadonlyMap<ResourceId, PlacedInterface> =>
    new Map(
      allNetworkInterfaces(estate)
        .flatMap((view) => place(view) ?? [])
        .map((placed) => [placed.key, placed]),
    ),
);

function place(view: NetworkInterface): PlacedInterface | undefined {
  const subnetId = view.ipConfigurations.find(
    (configuration) => configuration.subnetId !== undefined,
  )?.subnetId;
  const networkKey = subnetId === undefined ? undefined : networkOfSubnet(subnetId);
  if (subnetId === undefined || networkKey === undefined) return undefined;

  const configurations = propertyOf(view.resource, "ipConfigurations");
  return {
    view,
    key: keyOf(view.resource.id),
    subnetId,
    networkKey,
    addresses: view.ipConfigurations.flatMap(({ privateIPAddress }) => privateIPAddress?.address ?? []),
    configurations: isList(configurations) ? configurations : [],
  };
}

/** The interface that an id of one of its configurations belongs to. */
export function interfaceOfConfiguration(id: string): ResourceId {
  const [key = ""] = keyOf(id).split("/ipconfigurations/");
  return key;
}

/** Texts at a path of each of its configurations. */
export function textsOfConfigurations(
  { configurations }: PlacedInterface,
  ...path: readonly string[]
): readonly string[] {
  return configurations.flatMap((value) => textOf(valueAt(value, ["properties", ...path])) ?? []);
}

const byAddress = perEstate((estate) => {
  const owners = new Map<string, ResourceId>();
  for (const { key, networkKey, view } of placedInterfaces(estate).values()) {
    for (const { privateIPAddress } of view.ipConfigurations)
      if (privateIPAddress) owners.set(`${networkKey} ${privateIPAddress.text}`, key);
  }
  return owners;
});

export function interfaceAt(
  networkKey: ResourceId,
  address: string,
  estate: EstateIndex,
): ResourceId | undefined {
  return byAddress(estate).get(`${networkKey} ${address}`);
}
