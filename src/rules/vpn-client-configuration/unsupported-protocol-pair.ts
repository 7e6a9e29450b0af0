import { exclusiveVpnClientProtocols } from "../../azure/point-to-site-protocols.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

export const unsupportedProtocolPair: Rule = {
  id: "vpn-client-configuration/unsupported-protocol-pair",
  severity: "error",
  summary: "OpenVPN and SSTP are not offered at the same time.",
  source: exclusiveVpnClientProtocols.source,

  *check(estate) {
    for (const { resource, name, protocols } of allVpnClientConfigurations(estate)) {
      for (const [kept, left] of exclusiveVpnClientProtocols.value) {
        const index = protocols?.indexOf(left) ?? -1;
        if (index < 0 || !protocols?.includes(kept)) continue;
        yield {
          message: `${name} offers ${kept} and ${left}, which exclude each other.`,
          origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", index),
          hint: `Remove ${left}.`,
        };
      }
    }
  },
};
