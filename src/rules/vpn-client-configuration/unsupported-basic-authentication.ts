import { basicVpnClients } from "../../azure/point-to-site-skus.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

const known: readonly string[] = basicVpnClients.value.authenticationTypes;

export const unsupportedBasicAuthentication: Rule = {
  id: "vpn-client-configuration/unsupported-basic-authentication",
  severity: "error",
  summary: "Users of a Basic gateway have certificates: it knows no RADIUS and no Microsoft Entra ID.",
  source: basicVpnClients.source,

  *check(estate) {
    for (const { resource, name, gateway, authenticationTypes } of allVpnClientConfigurations(estate)) {
      const other = authenticationTypes?.find((type) => !known.includes(type));
      if (gateway.skuName?.toLowerCase() !== "basic" || other === undefined) continue;
      yield {
        message: `${name} authenticates its users by ${other}, which the SKU Basic does not support.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: "Choose VpnGw1AZ or larger, or certificates.",
      };
    }
  },
};
