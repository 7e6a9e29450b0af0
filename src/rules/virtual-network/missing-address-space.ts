import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { allVirtualNetworks, type VirtualNetwork } from "../../model/virtual-network.ts";

export const missingAddressSpace: Rule = {
  id: "virtual-network/missing-address-space",
  severity: "error",
  summary: "A virtual network needs an address range.",
  source: "https://learn.microsoft.com/azure/virtual-network/manage-virtual-network#create-a-virtual-network",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      if (network.resource.existing || !lacksRanges(network)) continue;
      yield {
        message: `${network.name} has no address range.`,
        origin: originOf(network.resource, "properties", "addressSpace", "addressPrefixes"),
        hint: `Give ${network.name} a range in addressSpace.addressPrefixes.`,
      };
    }
  },
};

function lacksRanges({ resource }: VirtualNetwork): boolean {
  const pools = propertyOf(resource, "addressSpace", "ipamPoolPrefixAllocations");
  if (pools !== undefined && !(isList(pools) && pools.length === 0)) return false;
  if (unknownAt(resource, "addressSpace", "addressPrefixes")) return false;

  const prefixes = propertyOf(resource, "addressSpace", "addressPrefixes");
  return !isList(prefixes) || prefixes.length === 0;
}
