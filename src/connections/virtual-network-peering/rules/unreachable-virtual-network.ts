import type { Rule } from "../../../model/rule.ts";
import { counterpartOf, firstHalves } from "../halves.ts";
import { isDisconnected } from "../peering-state.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const unreachableVirtualNetwork: Rule = {
  id: "virtual-network-peering/unreachable-virtual-network",
  severity: "warning",
  summary: "Both halves of a peering allow virtual network access.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#create-a-peering",

  *check(estate) {
    for (const half of firstHalves(estate)) {
      const other = counterpartOf(half, estate);
      const halves = [half, ...(other ? [other] : [])];
      const [first, second] = halves.filter((one) => one.allowVirtualNetworkAccess === false);
      if (!first || halves.some(isDisconnected)) continue;

      yield {
        message: `${first.localName} and ${first.remoteName} are peered, but ${title(first)} does not allow access: nothing flows between them.`,
        origin: placeOf(first, "allowVirtualNetworkAccess"),
        ...(second && {
          related: [
            {
              message: `${title(second)} does not allow it either`,
              origin: placeOf(second, "allowVirtualNetworkAccess"),
            },
          ],
        }),
        hint: `Set allowVirtualNetworkAccess to true${second ? " on both sides" : ""}.`,
      };
    }
  },
};
