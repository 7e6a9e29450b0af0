import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";
import { invalidPrefix } from "../invalid-prefix.ts";

export const invalidAddressPrefix: Rule = {
  id: "virtual-network/invalid-address-prefix",
  severity: "error",
  summary: "The ranges of a virtual network are in CIDR notation, and begin at their first address.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      for (const range of network.addressSpace) {
        if (!isValid(range)) yield invalidPrefix(network.name, range);
      }
    }
  },
};
