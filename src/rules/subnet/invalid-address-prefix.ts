import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";
import { invalidPrefix } from "../invalid-prefix.ts";

export const invalidAddressPrefix: Rule = {
  id: "subnet/invalid-address-prefix",
  severity: "error",
  summary: "The range of a subnet is in CIDR notation, and begins at its first address.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",

  *check(estate) {
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      for (const range of subnet.addressPrefixes) {
        if (!isValid(range) && range.text !== "") yield invalidPrefix(displayName(subnet.resource), range);
      }
    }
  },
};
