import type { EstateIndex } from "./estate-index.ts";
import { flagOf } from "./flag-of.ts";
import { isReference, referenceOf } from "./reference.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";

const PRIVATE_DNS_ZONE = "Microsoft.Network/privateDnsZones";
const VIRTUAL_NETWORK_LINK = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";

export interface PrivateDnsZone {
  readonly resource: Resource;
  readonly name: string;
  /** The networks whose machines resolve the names of the zone. */
  readonly linked: ReadonlySet<ResourceId>;
  /** Those of them whose machines have their names there. */
  readonly registered: ReadonlySet<ResourceId>;
  /** False where there may be links that nobody has told. */
  readonly linksAreKnown: boolean;
}

export function allPrivateDnsZones(estate: EstateIndex): readonly PrivateDnsZone[] {
  return estate.all(PRIVATE_DNS_ZONE).map((resource) => {
    const links = estate
      .childrenOf(resource, VIRTUAL_NETWORK_LINK)
      .map((link) => ({ link, network: referenceOf(link, "virtualNetwork") }));
    const known = links.flatMap(({ link, network }) =>
      isReference(network) ? [{ link, key: keyOf(network.id) }] : [],
    );
    return {
      resource,
      name: resource.name,
      linked: new Set(known.map(({ key }) => key)),
      registered: new Set(
        known.filter(({ link }) => flagOf(link, "registrationEnabled") === true).map(({ key }) => key),
      ),
      linksAreKnown: !resource.existing && known.length === links.length,
    };
  });
}
