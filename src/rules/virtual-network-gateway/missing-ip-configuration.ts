import { activeActiveIpConfigurations } from "../../azure/vpn-gateway-skus.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList, isUnknown } from "../../model/unknown.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const missingIpConfiguration: Rule = {
  id: "virtual-network-gateway/missing-ip-configuration",
  severity: "error",
  summary: "An active-active gateway has an ipConfiguration for each of its instances.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways",
  after: ["virtual-network-gateway/unsupported-sku-feature"],

  *check(estate) {
    for (const { resource, name, activeActive } of allVpnGateways(estate)) {
      const configurations = propertyOf(resource, "ipConfigurations");
      if (!activeActive || !isList(configurations) || configurations.some(isUnknown)) continue;

      const { withUsers, withoutUsers } = activeActiveIpConfigurations.value;
      const pool = ["vpnClientConfiguration", "vpnClientAddressPool", "addressPrefixes"];
      const users = hasEntries(resource, ...pool);
      const needed = users ? withUsers : withoutUsers;
      if (configurations.length === 0 || configurations.length >= needed) continue;
      yield {
        message: `${name} is active-active${users ? " with point-to-site users" : ""} and has ${configurations.length} of the ${needed} ipConfigurations that this takes.`,
        origin: originOf(resource, "properties", "activeActive"),
        hint: "Add an ipConfiguration with a public IP address of its own.",
      };
    }
  },
};
