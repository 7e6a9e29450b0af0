import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { connectionPairs } from "../connection-pairs.ts";

export const asymmetricSharedKey: Rule = {
  id: "connection/asymmetric-shared-key",
  severity: "error",
  summary: "Both connections between two gateways have the same shared key.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-vnet-vnet-resource-manager-portal",

  *check(estate) {
    for (const [there, back] of connectionPairs(estate)) {
      const [key, other] = [there, back].map(({ resource }) => textOf(propertyOf(resource, "sharedKey")));
      if (!key || !other || key === other) continue;

      yield {
        message: `${there.name} and ${back.name} have different shared keys: the tunnel does not come up.`,
        origin: originOf(back.resource, "properties", "sharedKey"),
        related: [
          {
            message: `${there.name} has its key here`,
            origin: originOf(there.resource, "properties", "sharedKey"),
          },
        ],
        hint: "Give both the same key, from one secret parameter.",
      };
    }
  },
};
