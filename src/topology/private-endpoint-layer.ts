import { contains, hostPrefix, type Prefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import type { Layer, Needs, NextHop, Row } from "../model/topology.ts";
import { defaultLayer } from "./layer.ts";
import { rangesOfNetwork, remoteRanges } from "./peered-ranges.ts";
import { type Peering, peeringsByNetwork } from "./peering-halves.ts";
import { perEstate } from "./per-estate.ts";
import { endpointsByNetwork, obeysPolicies, type PrivateEndpoint } from "./private-endpoint.ts";

const known = perEstate(() => new Map<ResourceId, { readonly layer: Layer | undefined }>());

/** A route to each private endpoint in the network and in those that it is peered with. */
export function privateEndpointLayer(networkKey: ResourceId, estate: EstateIndex): Layer | undefined {
  const entry = known(estate).get(networkKey) ?? { layer: buildLayer(networkKey, estate) };
  known(estate).set(networkKey, entry);
  return entry.layer;
}

function buildLayer(networkKey: ResourceId, estate: EstateIndex): Layer | undefined {
  const rows = [
    ...rowsTo(networkKey, { to: "members", network: networkKey }, [], estate),
    ...(peeringsByNetwork(estate).get(networkKey) ?? []).flatMap((peering) => peeredRows(peering, estate)),
  ];
  return rows.length === 0
    ? undefined
    : defaultLayer(`${networkKey}/privateendpointroutes`, rows, { shields: true });
}

function peeredRows(peering: Peering, estate: EstateIndex): readonly Row[] {
  const { half, link, needs, brokenBecause } = peering;
  if (brokenBecause !== undefined || !endpointsByNetwork(estate).has(half.remoteKey)) return [];

  const carried = remoteRanges(peering, estate);
  return rowsTo(half.remoteKey, { to: "link", link }, needs, estate).filter(({ prefix }) =>
    carried.some((range) => contains(range, prefix)),
  );
}

function rowsTo(networkKey: ResourceId, nextHop: NextHop, needs: Needs, estate: EstateIndex): readonly Row[] {
  return (endpointsByNetwork(estate).get(networkKey) ?? []).flatMap((endpoint) =>
    endpoint.addresses.map((address) => {
      const prefix = hostPrefix(address);
      return {
        prefix,
        nextHop,
        nextHopType: "InterfaceEndpoint",
        nextHopIpAddresses: [],
        ...invalidUnder(endpoint, prefix, estate),
        needs,
        origin: endpoint.resource.origin,
      };
    }),
  );
}

/** Where the endpoint's subnet obeys route tables, a user-defined route over it counts if it is no wider than this. */
function invalidUnder(
  { networkKey, subnetId }: PrivateEndpoint,
  prefix: Prefix,
  estate: EstateIndex,
): { readonly invalidUnder?: Prefix } {
  if (!obeysPolicies(estate.find(subnetId), "routes")) return {};

  const around = rangesOfNetwork(networkKey, estate).find((range) => contains(range, prefix));
  return around ? { invalidUnder: around } : {};
}
