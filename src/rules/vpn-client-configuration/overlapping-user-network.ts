import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import { overlaps, parsePrefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations, usersOf } from "../../model/vpn-client-configuration.ts";
import { originWithin } from "../../source/origin.ts";

export const overlappingUserNetwork: Rule = {
  id: "vpn-client-configuration/overlapping-user-network",
  severity: "warning",
  summary: "A client address pool shares no addresses with the networks that its users sit in.",
  source: vpnClientAddressPoolOverlaps.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      for (const users of usersOf(configuration, estate)) {
        for (const [index, text] of users.localNetworks.entries()) {
          const prefix = parsePrefix(text);
          if (!prefix || prefix.length === 0) continue;

          const range = configuration.addressPool
            .filter(isValid)
            .find((each) => overlaps(each.prefix, prefix));
          if (!range) continue;
          yield {
            message: `${users.name} sit in ${text}, which overlaps ${range.text}, the client address pool of ${configuration.name}.`,
            origin: originWithin(users.origin, "localNetworks", index),
            related: [{ message: `${configuration.name} has ${range.text}`, origin: range.origin }],
            hint: `Give ${configuration.name} a pool that home and guest networks rarely use.`,
          };
        }
      }
    }
  },
};
