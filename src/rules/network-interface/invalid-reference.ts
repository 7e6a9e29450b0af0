import { bareReferences, pathsInIpConfigurations } from "../../model/bare-references.ts";
import { NETWORK_INTERFACE } from "../../model/network-interface.ts";
import type { Rule } from "../../model/rule.ts";

export const invalidReference: Rule = {
  id: "network-interface/invalid-reference",
  severity: "error",
  summary:
    "A network interface names its subnet, security group and public IP addresses in objects with an id.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/networkinterfaces",

  *check(estate) {
    for (const nic of estate.all(NETWORK_INTERFACE)) {
      const within = pathsInIpConfigurations(nic, ["subnet", "publicIPAddress"]);
      yield* bareReferences(nic, [["networkSecurityGroup"], ...within]);
    }
  },
};
