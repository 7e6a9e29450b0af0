import { isBareReference, OBJECT_HINT } from "../../../model/bare-references.ts";
import { isAbsent } from "../../../model/is-absent.ts";
import type { Rule } from "../../../model/rule.ts";
import { allPeerings } from "../peering.ts";
import { placeOf } from "../place.ts";

export const missingRemoteVirtualNetwork: Rule = {
  id: "virtual-network-peering/missing-remote-virtual-network",
  severity: "error",
  summary: "A peering must say which network it leads to.",
  source:
    "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/virtualnetworkpeerings",

  *check(estate) {
    for (const peering of allPeerings(estate)) {
      const { resource, name, local } = peering;
      // One that is a name alone is written short.
      if (Object.keys(resource.properties).length === 0) continue;
      if (!isAbsent(resource, "remoteVirtualNetwork", "id")) continue;

      const isText = isBareReference(resource, "remoteVirtualNetwork");
      const of = local ? ` of ${local.name}` : "";
      yield {
        message: isText
          ? `The peering ${name}${of} has a text as its remoteVirtualNetwork, where Azure takes an object with an id.`
          : `The peering ${name}${of} does not say which network it leads to.`,
        origin: placeOf(peering, "remoteVirtualNetwork"),
        hint: isText ? OBJECT_HINT : "Give it a remoteVirtualNetwork: { id: … }.",
      };
    }
  },
};
