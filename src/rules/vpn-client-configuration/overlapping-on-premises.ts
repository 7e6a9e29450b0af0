import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import { overlaps } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";
import { onPremisesPrefixes } from "../on-premises-prefixes.ts";

export const overlappingOnPremises: Rule = {
  id: "vpn-client-configuration/overlapping-on-premises",
  severity: "error",
  summary: "A client address pool shares no addresses with the sites behind the gateway.",
  source: vpnClientAddressPoolOverlaps.source,
  after: ["vpn-client-configuration/overlapping-virtual-network"],

  *check(estate) {
    const prefixesOf = onPremisesPrefixes(estate);
    for (const { name, gateway, addressPool } of allVpnClientConfigurations(estate)) {
      const resource = gateway.networkKey === undefined ? undefined : estate.find(gateway.networkKey);
      const behind = resource ? prefixesOf(virtualNetworkOf(resource)) : [];
      for (const { text, prefix, origin } of addressPool.filter(isValid)) {
        const first = behind.find((each) => overlaps(each.prefix, prefix));
        if (!first) continue;
        yield {
          message: `${name} gives its users addresses of ${text}, which overlaps ${first.text} of ${first.owner}: answers go there.`,
          origin,
          related: [{ message: `${first.owner} has ${first.text}`, origin: first.origin }],
          hint: `Give ${name} a pool outside ${first.text}.`,
        };
      }
    }
  },
};
