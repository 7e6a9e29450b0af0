import { operatingSystemNamed, vpnClients } from "../../azure/point-to-site-protocols.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  usersOf,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { originWithin } from "../../source/origin.ts";

export const unsupportedOperatingSystem: Rule = {
  id: "vpn-client-configuration/unsupported-operating-system",
  severity: "error",
  summary: "Every device of the users knows a protocol and an authentication that the gateway offers.",
  source: vpnClients.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const { name, protocols, authenticationTypes } = configuration;
      if (!protocols) continue;

      for (const users of usersOf(configuration, estate)) {
        for (const [index, written] of users.os.entries()) {
          const os = operatingSystemNamed(written);
          if (os === undefined || connects(os, configuration)) continue;
          const offer = [
            protocols.join(" and "),
            ...(authenticationTypes ? [authenticationTypes.join(" and ")] : []),
          ];
          yield {
            message: `${users.name} use ${written}, which has no client for ${offer.join(" with ")}: that is all ${name} offers.`,
            origin: originWithin(users.origin, "os", index),
            related: [{ message: `${name} stands here`, origin: configuration.resource.origin }],
            hint: hintFor(os, configuration),
          };
        }
      }
    }
  },
};

function connects(os: string, { protocols = [], authenticationTypes }: VpnClientConfiguration): boolean {
  return Object.entries(vpnClients.value[os] ?? {})
    .filter(([type]) => authenticationTypes === undefined || authenticationTypes.includes(type))
    .some(([, clients]) => clients.some((protocol) => protocols.includes(protocol)));
}

function hintFor(os: string, { name, protocols = [] }: VpnClientConfiguration): string {
  const ways = Object.entries(vpnClients.value[os] ?? {}).filter(([, clients]) => clients.length > 0);
  const type = ways.find(([, clients]) => clients.some((protocol) => protocols.includes(protocol)))?.[0];
  return type
    ? `Offer ${type} on ${name} too, or give these users another way in.`
    : `Offer OpenVPN on ${name}.`;
}
