import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { type PeeredNetworks, peeredNetworks } from "../../model/peered-networks.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";
import { firstOverlaps } from "../first-overlaps.ts";
import type { RangeOfNetwork } from "../gateway-networks.ts";

/** Overlaps of peers, and of peers of one hub, are for the rules of peerings: Azure refuses those. */
export const overlappingAddressSpace: Rule = {
  id: "virtual-network/overlapping-address-space",
  severity: "info",
  summary: "Virtual networks that peerings hold together have ranges of their own.",
  source:
    "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/plan-for-ip-addressing",

  *check(estate) {
    const peered = peeredNetworks(estate);
    for (const island of peered.islands) {
      for (const [outer, inner] of firstOverlaps(rangesOf(island, estate))) {
        if (areClose(outer, inner, peered)) continue;
        yield {
          message: `${inner.network.name} uses ${inner.range.text}, which overlaps ${outer.range.text} of ${outer.network.name}: the two can never be joined.`,
          origin: inner.range.origin,
          related: [
            { message: `${outer.network.name} uses ${outer.range.text}`, origin: outer.range.origin },
          ],
          hint: `Give ${inner.network.name} a range outside ${outer.range.text} before it grows.`,
        };
      }
    }
  },
};

function rangesOf(island: readonly ResourceId[], estate: EstateIndex) {
  if (island.length < 3) return [];

  return island.flatMap((id) => {
    const resource = estate.find(id);
    const network = resource && virtualNetworkOf(resource);
    return (network?.addressSpace ?? [])
      .filter(isValid)
      .flatMap((range) => (network ? [{ prefix: range.prefix, value: { network, range } }] : []));
  });
}

/** The same network, peers, or peers of one network. */
function areClose(a: RangeOfNetwork, b: RangeOfNetwork, peered: PeeredNetworks): boolean {
  const [idOfA, idOfB] = [keyOf(a.network.resource.id), keyOf(b.network.resource.id)];
  if (idOfA === idOfB) return true;

  const [peersOfA, peersOfB] = [peered.peersOf(idOfA), peered.peersOf(idOfB)];
  if (peersOfA.has(idOfB)) return true;

  const [fewer, more] = peersOfA.size < peersOfB.size ? [peersOfA, peersOfB] : [peersOfB, peersOfA];
  return [...fewer].some((id) => more.has(id));
}
