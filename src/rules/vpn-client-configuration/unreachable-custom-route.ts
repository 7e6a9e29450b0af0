import { overlaps, type Prefix } from "../../ip/index.ts";
import { isValid, readRanges } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

const ROUTES = ["customRoutes", "addressPrefixes"];

export const unreachableCustomRoute: Rule = {
  id: "vpn-client-configuration/unreachable-custom-route",
  severity: "warning",
  summary: "Users are sent no routes to the users of another gateway that theirs is not joined to.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const configurations = allVpnClientConfigurations(estate);
    for (const one of configurations) {
      for (const route of readRanges(one.resource, ROUTES, propertyOf(one.resource, ...ROUTES)).filter(
        isValid,
      )) {
        if (leadsToNetwork(one, route.prefix, estate)) continue;

        const other = configurations.find(
          (each) => each !== one && poolHolds(each, route.prefix) && !areJoined(one, each, estate),
        );
        const [pool] = other?.addressPool ?? [];
        if (!other || !pool) continue;
        yield {
          message: `Users of ${one.name} are sent ${route.text}, where the users of ${other.name} are, and nothing joins the two gateways: they do not reach each other.`,
          origin: route.origin,
          related: [{ message: `${other.name} gives addresses of ${pool.text}`, origin: pool.origin }],
          hint: `Join ${one.name} and ${other.name} with BGP, or let all users connect to one of them.`,
        };
      }
    }
  },
};

function leadsToNetwork({ gateway }: VpnClientConfiguration, route: Prefix, estate: EstateIndex): boolean {
  return rangesBehindGateway(gateway, estate).some(({ range }) => overlaps(range.prefix, route));
}

/** A wide range means more than these users. */
function poolHolds({ addressPool }: VpnClientConfiguration, route: Prefix): boolean {
  return addressPool
    .filter(isValid)
    .some(({ prefix }) => overlaps(prefix, route) && route.length >= prefix.length);
}

/** Also by a way that the estate may not say: a connection whose other end is not told. */
function areJoined(a: VpnClientConfiguration, b: VpnClientConfiguration, estate: EstateIndex): boolean {
  const keys = [a, b].map(({ resource }) => keyOf(resource.id));
  return allGatewayConnections(estate).some(
    ({ virtualNetworkGateway1, connectionType, enableBgp }) =>
      virtualNetworkGateway1 !== undefined &&
      keys.includes(virtualNetworkGateway1) &&
      (connectionType !== "IPsec" || enableBgp !== false),
  );
}
