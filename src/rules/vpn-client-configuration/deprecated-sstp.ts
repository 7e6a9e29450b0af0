import { sstp } from "../../azure/point-to-site-protocols.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

export const deprecatedSstp: Rule = {
  id: "vpn-client-configuration/deprecated-sstp",
  severity: "warning",
  summary: "Users connect with OpenVPN or IKEv2: SSTP retires.",
  source: sstp.source,
  after: ["vpn-client-configuration/unsupported-protocol-pair"],

  *check(estate) {
    for (const { resource, name, protocols, gateway } of allVpnClientConfigurations(estate)) {
      const index = protocols?.indexOf("SSTP") ?? -1;
      if (index < 0) continue;
      yield {
        message: `${name} lets its users connect with SSTP, which retires on ${sstp.value.retires}.`,
        origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", index),
        hint:
          gateway.skuName?.toLowerCase() === "basic"
            ? "Choose VpnGw1AZ or larger with OpenVPN: Basic knows nothing but SSTP."
            : "Choose OpenVPN, and give the users new profiles.",
      };
    }
  },
};
