import { hostPrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import type { Forwarding, Node, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { filtersOf } from "./filters-of.ts";
import { notModelled } from "./gap.ts";
import { placementInSubnet, type SubnetPlacement, unplaced } from "./placement.ts";
import {
  obeysPolicies,
  PRIVATE_ENDPOINT,
  type PrivateEndpoint,
  privateEndpoints,
} from "./private-endpoint.ts";

export const privateEndpointNodes: TopologyReader = { reads: PRIVATE_ENDPOINT, read };

const leadsToItsService: Forwarding = {
  does: "no",
  because: "a private endpoint leads to its service and nowhere else",
};

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(PRIVATE_ENDPOINT)) {
    if (textOf(propertyOf(resource, "subnet", "id")) === undefined)
      yield notModelled(resource, `nobody says in which subnet the private endpoint ${resource.name} stands`);
  }
  for (const endpoint of privateEndpoints(estate)) {
    const { resource, subnetId, addresses } = endpoint;
    const place = placementInSubnet(subnetId, estate);
    yield place ? nodeOf(endpoint, place, estate) : unplaced({ resource, name: resource.name }, subnetId);
    if (place && addresses.length === 0)
      yield notModelled(resource, `the address of the private endpoint ${resource.name} is not known`);
  }
}

function nodeOf(endpoint: PrivateEndpoint, place: SubnetPlacement, estate: EstateIndex): Node {
  const { resource, key, subnetId, addresses } = endpoint;
  const subnet = estate.find(subnetId);
  return {
    part: "node",
    id: key,
    name: resource.name,
    role: "privateEndpoint",
    ...place,
    prefixes: addresses.map(hostPrefix),
    ...(subnet && obeysPolicies(subnet, "filters") ? filtersOf(subnet, estate) : {}),
    forwarding: leadsToItsService,
    origin: resource.origin,
  };
}
