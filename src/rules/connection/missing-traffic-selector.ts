import { overlaps, type Prefix } from "../../ip/index.ts";
import { isValid, readRanges, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { propertyOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

interface Selector {
  readonly local: readonly Prefix[];
  readonly remote: readonly Prefix[];
}

export const missingTrafficSelector: Rule = {
  id: "connection/missing-traffic-selector",
  severity: "warning",
  summary: "The traffic selectors of a connection hold every pair of a network's range and a site's.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, virtualNetworkGateway1 } = connection;
      const selectors = selectorsOf(resource);
      const gateway = findVirtualNetworkGateway(virtualNetworkGateway1, estate);
      if (!selectors || !gateway) continue;

      for (const { network, range } of rangesBehindGateway(gateway, estate)) {
        const lost = rangesOfSite(connection, estate).find((site) => !isHeld(range, site, selectors));
        if (!lost) continue;
        yield {
          message: `${name} has traffic selectors, and none for ${range.text} of ${network.name} and ${lost.text} of the site: packets between the two are dropped.`,
          origin: originOf(resource, "properties", "trafficSelectorPolicies"),
          related: [
            { message: `${network.name} uses ${range.text}`, origin: range.origin },
            { message: `the site has ${lost.text}`, origin: lost.origin },
          ],
          hint: "Add the pair, here and on the device; or remove the selectors, so that the tunnel carries everything.",
        };
      }
    }
  },
};

/** `undefined` where there are none, or a part of one cannot be read. */
function selectorsOf(connection: Resource): readonly Selector[] | undefined {
  const policies = propertyOf(connection, "trafficSelectorPolicies");
  if (!isList(policies) || policies.length === 0) return undefined;

  const selectors = policies.map((policy) => {
    const [local, remote] = ["localAddressRanges", "remoteAddressRanges"].map((side) => {
      const value = valueAt(policy, [side]);
      const ranges = readRanges(connection, ["trafficSelectorPolicies"], value).filter(isValid);
      return isList(value) && ranges.length === value.length ? ranges.map(({ prefix }) => prefix) : undefined;
    });
    return local && remote ? { local, remote } : undefined;
  });
  const known = selectors.filter((selector) => selector !== undefined);
  return known.length === selectors.length ? known : undefined;
}

/** Where NAT rules translate, selectors have other addresses than these. */
function rangesOfSite(connection: GatewayConnection, estate: EstateIndex): readonly ValidRange[] {
  const { resource, localNetworkGateway2 } = connection;
  const isTranslated = ["ingressNatRules", "egressNatRules"].some((list) => {
    const rules = propertyOf(resource, list);
    return rules !== undefined && !(isList(rules) && rules.length === 0);
  });
  if (isTranslated) return [];
  return findLocalNetworkGateway(localNetworkGateway2, estate)?.addressPrefixes.filter(isValid) ?? [];
}

function isHeld(network: ValidRange, site: ValidRange, selectors: readonly Selector[]): boolean {
  return selectors.some(
    ({ local, remote }) =>
      local.some((prefix) => overlaps(prefix, network.prefix)) &&
      remote.some((prefix) => overlaps(prefix, site.prefix)),
  );
}
