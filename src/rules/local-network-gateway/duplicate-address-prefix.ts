import { formatPrefix } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { connectionsOf } from "../../model/gateway-connection.ts";
import { findLocalNetworkGateway, type LocalNetworkGateway } from "../../model/local-network-gateway.ts";
import type { Resource } from "../../model/resource.ts";
import type { Finding, Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const duplicateAddressPrefix: Rule = {
  id: "local-network-gateway/duplicate-address-prefix",
  severity: "error",
  summary: "Two tunnels of a gateway lead to the same ranges only with BGP.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const reported = new Set<ValidRange>();
    for (const { resource, name } of allVpnGateways(estate)) {
      for (const [range, finding] of duplicates(resource, name, estate)) {
        if (reported.has(range)) continue;
        reported.add(range);
        yield finding;
      }
    }
  },
};

function* duplicates(
  gateway: Resource,
  gatewayName: string,
  estate: EstateIndex,
): Iterable<readonly [ValidRange, Finding]> {
  const firsts = new Map<string, { readonly site: LocalNetworkGateway; readonly range: ValidRange }>();
  for (const site of staticSites(gateway, estate)) {
    for (const range of site.addressPrefixes.filter(isValid)) {
      const key = formatPrefix(range.prefix);
      const first = firsts.get(key);
      if (!first) firsts.set(key, { site, range });
      if (!first || first.site === site) continue;

      const message = `${site.name} has ${range.text}, which ${first.site.name} has too, and ${gatewayName} reaches both without BGP: nothing says which tunnel is alive.`;
      yield [
        range,
        {
          message,
          origin: range.origin,
          related: [{ message: `${first.site.name} has ${first.range.text}`, origin: first.range.origin }],
          hint: "Use BGP on both connections, or list each range once.",
        },
      ];
    }
  }
}

/** Those that the gateway reaches by what it has been told alone, at their own addresses. */
function staticSites(gateway: Resource, estate: EstateIndex): readonly LocalNetworkGateway[] {
  return connectionsOf(gateway, estate)
    .filter(({ enableBgp }) => enableBgp === false)
    .filter(({ resource }) => !hasEntries(resource, "ingressNatRules"))
    .flatMap(({ localNetworkGateway2 }) => findLocalNetworkGateway(localNetworkGateway2, estate) ?? []);
}
