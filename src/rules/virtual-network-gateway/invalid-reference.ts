import { bareReferences } from "../../model/bare-references.ts";
import { propertyOf } from "../../model/properties.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { VIRTUAL_NETWORK_GATEWAY } from "../../model/virtual-network-gateway.ts";

export const invalidReference: Rule = {
  id: "virtual-network-gateway/invalid-reference",
  severity: "error",
  summary: "A gateway names its subnet and public IP addresses in objects with an id.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworkgateways#subresource",

  *check(estate) {
    for (const gateway of estate.all(VIRTUAL_NETWORK_GATEWAY)) {
      const configurations = propertyOf(gateway, "ipConfigurations");
      if (!isList(configurations)) continue;
      const paths = configurations.flatMap((_, index) =>
        ["subnet", "publicIPAddress"].map((name) => ["ipConfigurations", index, "properties", name]),
      );
      yield* bareReferences(gateway, paths);
    }
  },
};
