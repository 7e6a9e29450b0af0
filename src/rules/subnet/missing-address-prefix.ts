import { displayName } from "../../model/display-name.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { SUBNET } from "../../model/virtual-network.ts";

const SAYS_RANGES = ["addressPrefix", "addressPrefixes", "ipamPoolPrefixAllocations"];

export const missingAddressPrefix: Rule = {
  id: "subnet/missing-address-prefix",
  severity: "error",
  summary: "A subnet needs an address range.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",

  *check(estate) {
    for (const subnet of estate.all(SUBNET)) {
      if (subnet.existing || SAYS_RANGES.some((property) => saysSomething(subnet, property))) continue;
      yield {
        message: `${displayName(subnet)} has no address range.`,
        origin: originOf(subnet, "properties", "addressPrefix"),
        hint: `Give ${subnet.name} an addressPrefix.`,
      };
    }
  },
};

/** An unknown value says that there is one. */
function saysSomething(subnet: Resource, property: string): boolean {
  const value = propertyOf(subnet, property);
  return isList(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";
}
