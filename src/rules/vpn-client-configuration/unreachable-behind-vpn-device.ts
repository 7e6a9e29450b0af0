import { contains, parsePrefix } from "../../ip/index.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations, usersOf } from "../../model/vpn-client-configuration.ts";
import { originWithin } from "../../source/origin.ts";
import { tunnelsOfSites } from "../tunnels-of-sites.ts";

export const unreachableBehindVpnDevice: Rule = {
  id: "vpn-client-configuration/unreachable-behind-vpn-device",
  severity: "warning",
  summary: "Users do not connect with IKEv2 from a site that has a tunnel to the same gateway.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const tunnels = tunnelsOfSites(estate);
    for (const configuration of allVpnClientConfigurations(estate)) {
      if (configuration.protocols?.length !== 1 || configuration.protocols[0] !== "IkeV2") continue;

      for (const users of usersOf(configuration, estate)) {
        for (const [index, text] of users.localNetworks.entries()) {
          const prefix = parsePrefix(text);
          const found = tunnels.find(
            ({ gateway, site }) =>
              gateway.resource === configuration.resource &&
              site.addressPrefixes.some((range) => {
                const own = parsePrefix(range);
                return own && prefix && contains(own, prefix);
              }),
          );
          if (!found) continue;
          yield {
            message: `${users.name} sit in ${text} of ${found.site.name}, whose ${found.device.name} has a tunnel to ${configuration.name}: IKEv2 from behind the same public address does not come up.`,
            origin: originWithin(users.origin, "localNetworks", index),
            related: [
              { message: `${found.site.name} has ${found.device.name}`, origin: found.device.origin },
            ],
            hint: `Offer OpenVPN as well; or let ${users.name} use the tunnel of ${found.site.name} while they are there.`,
          };
        }
      }
    }
  },
};
