import { overlappingPairs } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../../model/virtual-network.ts";
import { easierToChange } from "./easier-to-change.ts";
import { peeredNetworks, peersOf } from "./halves.ts";
import { arePeeredAsAWhole } from "./peering-type.ts";

/** A range that overlaps ranges of other networks that are peered with the same network. */
export interface Clash {
  readonly network: VirtualNetwork;
  readonly range: ValidRange;
  /** All the others. */
  readonly networks: Set<VirtualNetwork>;
  /** Ranges of some of the others: enough to show. */
  readonly examples: RangeOf[];
  /** The networks that both are peered with. */
  readonly hubs: Set<ResourceId>;
}

interface RangeOf {
  readonly network: VirtualNetwork;
  readonly range: ValidRange;
}

const EXAMPLES = 4;

/** One for each range that is to be changed, however many it overlaps and wherever they meet. */
export function clashesAmongPeers(estate: EstateIndex): Iterable<Clash> {
  const clashes = new Map<ValidRange, Clash>();
  for (const hub of peeredNetworks(estate)) {
    const entries = rangesOfPeers(hub, estate).map((value) => ({ prefix: value.range.prefix, value }));
    for (const [outer, inner] of overlappingPairs(entries)) {
      if (mayShare(outer.value.network, inner.value.network, estate)) continue;

      const [changed] = easierToChange(outer.value.network, inner.value.network, estate);
      const isInner = changed === inner.value.network;
      note(clashes, isInner ? inner.value : outer.value, isInner ? outer.value : inner.value, hub);
    }
  }
  return clashes.values();
}

function rangesOfPeers(hub: ResourceId, estate: EstateIndex): RangeOf[] {
  return [...peersOf(hub, estate)].flatMap((peer) => {
    const resource = estate.find(peer);
    if (!resource || !arePeeredAsAWhole(peer, hub, estate)) return [];

    const network = virtualNetworkOf(resource);
    return network.addressSpace.filter(isValid).map((range) => ({ network, range }));
  });
}

/** Ranges of one network, and of two that are peered themselves, are the business of other rules. */
function mayShare(a: VirtualNetwork, b: VirtualNetwork, estate: EstateIndex): boolean {
  return a === b || arePeeredAsAWhole(keyOf(a.resource.id), keyOf(b.resource.id), estate);
}

function note(clashes: Map<ValidRange, Clash>, changed: RangeOf, other: RangeOf, hub: ResourceId): void {
  const clash = clashes.get(changed.range) ?? {
    ...changed,
    networks: new Set(),
    examples: [],
    hubs: new Set(),
  };
  clashes.set(changed.range, clash);
  const isNew = !clash.networks.has(other.network);
  if (isNew && clash.examples.length < EXAMPLES) clash.examples.push(other);
  clash.networks.add(other.network);
  clash.hubs.add(hub);
}
