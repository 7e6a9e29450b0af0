import { vpnTypes } from "../../azure/vpn-gateway-skus.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";

export const invalidVpnType: Rule = {
  id: "virtual-network-gateway/invalid-vpn-type",
  severity: "error",
  summary: "A VPN gateway is route-based or policy-based.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",

  *check(estate) {
    for (const { resource, name, vpnType } of allVpnGateways(estate)) {
      if (vpnType === undefined || vpnTypes.value.some((type) => type === vpnType)) continue;

      yield {
        message: `${name} has the vpnType ${vpnType || '""'}, which Azure does not have.`,
        origin: originOf(resource, "properties", "vpnType"),
        hint: `Write ${didYouMean(vpnType, vpnTypes.value) ?? vpnTypes.value[0]}.`,
      };
    }
  },
};
