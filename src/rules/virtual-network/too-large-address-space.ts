import { largeAddressSpaceLength } from "../../azure/address-space.ts";
import { addressCount, contains, type Prefix } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { Rule } from "../../model/rule.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { allVirtualNetworks, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import { allVirtualNetworkGateways } from "../../model/virtual-network-gateway.ts";

export const tooLargeAddressSpace: Rule = {
  id: "virtual-network/too-large-address-space",
  severity: "info",
  summary: "Virtual networks that are joined take no more addresses than they have use for.",
  source: largeAddressSpaceLength.source,
  after: ["virtual-network/unsupported-address-prefix", "virtual-network/overlapping-public-addresses"],

  *check(estate) {
    // Nobody runs short of private addresses for a network that joins no other.
    if (allVirtualNetworks(estate).length < 2 && allVirtualNetworkGateways(estate).length === 0) return;

    const [first, ...others] = allVirtualNetworks(estate).flatMap((network) =>
      wastefulRanges(network, estate),
    );
    if (!first) return;
    const { network, range, used } = first;
    const more = others.length > 0 ? `; ${others.length} more like it` : "";
    yield {
      message: `${network.name} takes ${range.text}, and its subnets use ${used} of the ${addressCount(range.prefix)} addresses${more}.`,
      origin: range.origin,
      related: others.slice(0, MOST_NAMED).map((other) => ({
        message: `${other.network.name} takes ${other.range.text} and uses ${other.used}`,
        origin: other.range.origin,
      })),
      hint: `Give ${network.name} a range of half the size or less; more can be added to a network later.`,
    };
  },
};

const MOST_NAMED = 8;

interface WastefulRange {
  readonly network: VirtualNetwork;
  readonly range: ValidRange;
  readonly used: number;
}

/** Of which the subnets use half or less. */
function wastefulRanges(network: VirtualNetwork, estate: EstateIndex): readonly WastefulRange[] {
  if (network.resource.existing || unknownAt(network.resource, "subnets")) return [];
  const subnets = subnetsOf(network, estate)
    .flatMap((subnet) => subnet.addressPrefixes)
    .filter(isValid)
    .map(({ prefix }) => prefix);
  return network.addressSpace
    .filter(isValid)
    .filter(({ prefix }) => prefix.family === 4 && prefix.length <= largeAddressSpaceLength.value)
    .map((range) => ({ network, range, used: usedIn(range.prefix, subnets) }))
    .filter(({ range, used }) => used > 0 && used <= addressCount(range.prefix) / 2);
}

function usedIn(range: Prefix, subnets: readonly Prefix[]): number {
  let used = 0;
  for (const subnet of subnets) if (contains(range, subnet)) used += addressCount(subnet);
  return used;
}
