import { bareReferences, pathsInIpConfigurations } from "../../model/bare-references.ts";
import type { Rule } from "../../model/rule.ts";
import { VIRTUAL_NETWORK_GATEWAY } from "../../model/virtual-network-gateway.ts";

export const invalidReference: Rule = {
  id: "virtual-network-gateway/invalid-reference",
  severity: "error",
  summary: "A gateway names its subnet and public IP addresses in objects with an id.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworkgateways",

  *check(estate) {
    for (const gateway of estate.all(VIRTUAL_NETWORK_GATEWAY))
      yield* bareReferences(gateway, pathsInIpConfigurations(gateway, ["subnet", "publicIPAddress"]));
  },
};
