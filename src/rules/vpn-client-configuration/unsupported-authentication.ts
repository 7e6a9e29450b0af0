import { vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { vpnClientProtocols } from "../../azure/point-to-site-protocols.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

const { entra, entraProtocol } = vpnClientAuthentication.value;

export const unsupportedAuthentication: Rule = {
  id: "vpn-client-configuration/unsupported-authentication",
  severity: "error",
  summary: "Every protocol that users connect with knows an authentication that the gateway offers.",
  source: vpnClientAuthentication.source,
  after: ["vpn-client-configuration/unsupported-protocol"],

  *check(estate) {
    for (const { resource, name, protocols, authenticationTypes } of allVpnClientConfigurations(estate)) {
      if (!protocols || !authenticationTypes) continue;

      const index = protocols.findIndex((protocol) => !knowsOne(protocol, authenticationTypes));
      const protocol = protocols[index];
      if (protocol === undefined) continue;
      const isEntra = authenticationTypes.includes(entra);
      yield {
        message: `${name} offers ${protocol}, which knows ${knownTo(protocol).join(" and ")} and not ${authenticationTypes.join(", ")}.`,
        origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", index),
        hint: isEntra
          ? `Choose ${entraProtocol} alone: Microsoft Entra ID works with no other.`
          : `Remove ${protocol}, or add an authentication that it knows.`,
      };
    }
  },
};

function knownTo(protocol: string): readonly string[] {
  return vpnClientProtocols.value[protocol]?.authenticationTypes ?? [];
}

/** True of a protocol that nobody knows. */
function knowsOne(protocol: string, types: readonly string[]): boolean {
  const known = knownTo(protocol);
  return known.length === 0 || types.some((type) => known.includes(type));
}
