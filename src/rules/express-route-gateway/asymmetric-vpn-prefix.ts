import { contains, type Prefix, parsePrefix } from "../../ip/index.ts";
import { isValid, readRanges } from "../../model/address-range.ts";
import type { Site } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";
import { originWithin } from "../../source/origin.ts";

const PATH = ["localNetworkAddressSpace", "addressPrefixes"];

export const asymmetricVpnPrefix: Rule = {
  id: "express-route-gateway/asymmetric-vpn-prefix",
  severity: "warning",
  summary: "A VPN beside ExpressRoute has no more specific prefixes of the same site.",
  source: "https://learn.microsoft.com/azure/expressroute/how-to-configure-coexisting-gateway-portal",

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      const wide = prefixesOverCircuits(gateway, estate);
      if (wide.length === 0) continue;

      for (const { range, owner } of vpnRangesBeside(gateway, estate)) {
        const over = wide.find(({ prefix }) => isInside(range.prefix, prefix));
        const isAlsoThere = wide.some(
          ({ prefix }) => prefix.length >= range.prefix.length && contains(range.prefix, prefix),
        );
        if (!over || isAlsoThere) continue;
        yield {
          message: `${owner} has ${range.text}, which is more specific than ${over.text} of ${over.site.name} over ExpressRoute: that part goes by VPN, and may come back by the circuit.`,
          origin: range.origin,
          related: [
            {
              message: `${over.site.name} has ${over.text}`,
              origin: originWithin(over.site.origin, "addressPrefixes", over.index),
            },
          ],
          hint: `Give ${owner} ${over.text}: for equal prefixes Azure prefers ExpressRoute, and the VPN is the backup.`,
        };
      }
    }
  },
};

function isInside(inner: Prefix, outer: Prefix): boolean {
  return outer.length > 0 && outer.length < inner.length && contains(outer, inner);
}

interface SitePrefix {
  readonly site: Site;
  readonly index: number;
  readonly text: string;
  readonly prefix: Prefix;
}

/** Of the sites whose provider routers end the gateway's circuits. */
function prefixesOverCircuits({ resource }: ExpressRouteGateway, estate: EstateIndex): SitePrefix[] {
  const circuits = new Set(circuitsOfGateway(resource.id, estate).map(({ circuitKey }) => circuitKey));
  const names = new Set(
    estate.estate.providerRouters
      .filter((router) => router.circuits.some((id) => circuits.has(keyOf(id))))
      .map(({ site }) => site),
  );
  return estate.estate.sites
    .filter(({ name }) => names.has(name))
    .flatMap((site) =>
      site.addressPrefixes.flatMap((text, index) => {
        const prefix = parsePrefix(text);
        return prefix ? [{ site, index, text, prefix }] : [];
      }),
    );
}

function vpnRangesBeside({ networkKey }: ExpressRouteGateway, estate: EstateIndex) {
  if (networkKey === undefined) return [];

  const vpnGateways = new Set(
    gatewaysIn(networkKey, estate)
      .filter(({ gatewayType }) => gatewayType === "Vpn")
      .map(({ resource }) => keyOf(resource.id)),
  );
  return (
    allGatewayConnections(estate)
      .filter(({ virtualNetworkGateway1: key }) => key !== undefined && vpnGateways.has(key))
      // Tunnels over the circuit must have the more specific prefixes, or nothing is encrypted.
      .filter(({ resource }) => flagOf(resource, "useLocalAzureIpAddress") !== true)
      .flatMap(({ resource }) => {
        const reference = referenceOf(resource, "localNetworkGateway2");
        const local = isReference(reference) ? estate.find(reference.id) : undefined;
        if (!local) return [];
        return readRanges(local, PATH, propertyOf(local, ...PATH))
          .filter(isValid)
          .map((range) => ({ range, owner: local.name }));
      })
  );
}
