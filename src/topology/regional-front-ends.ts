import { regionalLoadBalancerSku } from "../azure/load-balancers.ts";
import { type Address, contains, hostPrefix, type Prefix, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allLoadBalancers } from "../model/load-balancer.ts";
import type { ResourceId } from "../model/resource.ts";
import type { Layer, Row } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";
import { frontEndsOf } from "./front-ends.ts";
import { groupBy } from "./group-by.ts";
import { defaultLayer } from "./layer.ts";
import { remoteRanges } from "./peered-ranges.ts";
import { type Peering, peeringsByNetwork } from "./peering-halves.ts";
import { perEstate } from "./per-estate.ts";
import { placementIn } from "./placement.ts";

interface RegionalFrontEnd {
  readonly networkKey: ResourceId;
  readonly address: Address;
  readonly origin: Origin;
}

const frontEndsByNetwork = perEstate((estate) =>
  groupBy(
    allLoadBalancers(estate)
      .filter(({ skuName }) => skuName?.toLowerCase() === regionalLoadBalancerSku.value.toLowerCase())
      .flatMap(({ resource, networkKey }) =>
        networkKey === undefined
          ? []
          : frontEndsOf(resource).flatMap(({ address: text = "" }): readonly RegionalFrontEnd[] => {
              const address = parseAddress(text);
              return address ? [{ networkKey, address, origin: resource.origin }] : [];
            }),
      ),
    ({ networkKey }) => networkKey,
  ),
);

/**
 * What a peering between regions does not carry: Azure shows no row for it, and drops it all the same. A route of the
 * user's that is as long as the peer's range sends it another way first.
 */
export function regionalFrontEndLayer(networkKey: ResourceId, estate: EstateIndex): Layer | undefined {
  const entry = known(estate).get(networkKey) ?? { layer: buildLayer(networkKey, estate) };
  known(estate).set(networkKey, entry);
  return entry.layer;
}

const known = perEstate(() => new Map<ResourceId, { readonly layer: Layer | undefined }>());

function buildLayer(networkKey: ResourceId, estate: EstateIndex): Layer | undefined {
  const rows = (peeringsByNetwork(estate).get(networkKey) ?? [])
    .filter((peering) => crossesRegions(peering, estate))
    .flatMap((peering) => rowsBehind(peering, estate));
  return rows.length === 0
    ? undefined
    : defaultLayer(`${networkKey}/unreachablefrontends`, rows, { shields: false });
}

function crossesRegions({ half, brokenBecause }: Peering, estate: EstateIndex): boolean {
  if (brokenBecause !== undefined || !frontEndsByNetwork(estate).has(half.remoteKey)) return false;

  const [here, there] = [half.localKey, half.remoteKey].map((key) => placementIn(key, estate).region);
  return here !== undefined && there !== undefined && here !== there;
}

function rowsBehind(peering: Peering, estate: EstateIndex): readonly Row[] {
  const carried = remoteRanges(peering, estate);
  return (frontEndsByNetwork(estate).get(peering.half.remoteKey) ?? []).flatMap(({ address, origin }) => {
    const prefix = hostPrefix(address);
    const around = carried.find((range) => contains(range, prefix));
    return around ? [unreachableRow(prefix, around, peering, origin)] : [];
  });
}

function unreachableRow(prefix: Prefix, around: Prefix, { needs }: Peering, origin: Origin): Row {
  return {
    prefix,
    nextHop: { to: "none" },
    nextHopType: "None",
    nextHopIpAddresses: [],
    invalidUnder: around,
    needs,
    origin,
  };
}
