import { type Address, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { networkOfSubnet } from "../model/ip-configurations.ts";
import { propertyOf, textOf, textsOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList, type Value } from "../model/unknown.ts";
import { groupBy } from "./group-by.ts";
import { placedInterfaces } from "./network-interface-places.ts";
import { perEstate } from "./per-estate.ts";

export const PRIVATE_ENDPOINT = "Microsoft.Network/privateEndpoints";

/** What a subnet's network policies are for. */
export type PolicyFor = "routes" | "filters";

/** A service's address in a virtual network. */
export interface PrivateEndpoint {
  readonly resource: Resource;
  readonly key: ResourceId;
  readonly subnetId: string;
  readonly networkKey: ResourceId;
  readonly addresses: readonly Address[];
}

/** Those that say where they stand. */
export const privateEndpoints = perEstate((estate): readonly PrivateEndpoint[] =>
  estate.all(PRIVATE_ENDPOINT).flatMap((resource) => readEndpoint(resource, estate) ?? []),
);

export const endpointsByNetwork = perEstate((estate) =>
  groupBy(privateEndpoints(estate), ({ networkKey }) => networkKey),
);

/** Network interfaces that Azure makes for private endpoints: the endpoint stands for them. */
export const endpointInterfaces = perEstate((estate): ReadonlySet<ResourceId> => {
  const told = estate.all(PRIVATE_ENDPOINT).flatMap(interfacesOf);
  const tell = [...placedInterfaces(estate).values()]
    .filter(({ view }) => textOf(propertyOf(view.resource, "privateEndpoint", "id")) !== undefined)
    .map(({ key }) => key);
  return new Set([...told, ...tell]);
});

/** Off unless the subnet says so; ARM knows one word for both, and one for each. */
export function obeysPolicies(subnet: Resource | undefined, purpose: PolicyFor): boolean {
  const policies = subnet && textOf(propertyOf(subnet, "privateEndpointNetworkPolicies"))?.toLowerCase();
  const own = purpose === "routes" ? "routetableenabled" : "networksecuritygroupenabled";
  return policies === "enabled" || policies === own;
}

function readEndpoint(resource: Resource, estate: EstateIndex): PrivateEndpoint | undefined {
  const subnetId = textOf(propertyOf(resource, "subnet", "id"));
  const networkKey = subnetId === undefined ? undefined : networkOfSubnet(subnetId);
  if (subnetId === undefined || networkKey === undefined) return undefined;

  return {
    resource,
    key: keyOf(resource.id),
    subnetId,
    networkKey,
    addresses: addressesOf(resource, estate),
  };
}

/** Azure reports them with the interface and the names; a template may fix them. */
function addressesOf(resource: Resource, estate: EstateIndex): readonly Address[] {
  const ofInterfaces = interfacesOf(resource).flatMap(
    (key) => placedInterfaces(estate).get(key)?.addresses ?? [],
  );
  if (ofInterfaces.length > 0) return ofInterfaces;

  const fixed = listAt(resource, "ipConfigurations").flatMap(
    (value) => textOf(valueAt(value, ["properties", "privateIPAddress"])) ?? [],
  );
  const named = listAt(resource, "customDnsConfigs").flatMap((value) =>
    textsOf(valueAt(value, ["ipAddresses"])),
  );
  return [...new Set([...fixed, ...named])].flatMap((text) => parseAddress(text) ?? []);
}

function interfacesOf(resource: Resource): readonly ResourceId[] {
  return listAt(resource, "networkInterfaces").flatMap((value) => {
    const id = textOf(valueAt(value, ["id"]));
    return id === undefined ? [] : [keyOf(id)];
  });
}

function listAt(resource: Resource, property: string): readonly Value[] {
  const value = propertyOf(resource, property);
  return isList(value) ? value : [];
}
