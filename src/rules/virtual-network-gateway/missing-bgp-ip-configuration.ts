import { propertyOf, valueAt } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList, isObject } from "../../model/unknown.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";

const LIST = "bgpPeeringAddresses";

export const missingBgpIpConfiguration: Rule = {
  id: "virtual-network-gateway/missing-bgp-ip-configuration",
  severity: "error",
  summary: "BGP addresses of a gateway with several ipConfigurations say whose they are.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworkgateways",

  *check(estate) {
    for (const { resource, name } of allVpnGateways(estate)) {
      if (resource.existing) continue;

      const configurations = propertyOf(resource, "ipConfigurations");
      const addresses = propertyOf(resource, "bgpSettings", LIST);
      if (!isList(configurations) || configurations.length < 2 || !isList(addresses)) continue;

      for (const [index, entry] of addresses.entries()) {
        if (!isObject(entry) || (valueAt(entry, ["ipconfigurationId"]) ?? "") !== "") continue;
        yield {
          message: `${name} has ${configurations.length} ipConfigurations, and entry ${index + 1} of its ${LIST} does not say which of them it is for.`,
          origin: originOf(resource, "properties", "bgpSettings", LIST, index),
          hint: "Add ipconfigurationId with the id of the ipConfiguration.",
        };
      }
    }
  },
};
