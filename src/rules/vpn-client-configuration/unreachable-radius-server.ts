import { radiusServers } from "../../azure/point-to-site-authentication.ts";
import { containsAddress, parseAddress, parsePrefix } from "../../ip/index.ts";
import type { Site } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";
import {
  allVpnClientConfigurations,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { onPremisesPrefixes } from "../on-premises-prefixes.ts";

const PATH = ["vpnClientConfiguration", "radiusServerAddress"] as const;

export const unreachableRadiusServer: Rule = {
  id: "vpn-client-configuration/unreachable-radius-server",
  severity: "error",
  summary: "A RADIUS server on-premises is reached by a site-to-site VPN, not by ExpressRoute.",
  source: radiusServers.source,

  *check(estate) {
    const behindGateways = onPremisesPrefixes(estate);
    for (const configuration of allVpnClientConfigurations(estate)) {
      const text = textOf(propertyOf(configuration.resource, ...PATH));
      const server = text === undefined ? undefined : parseAddress(text);
      const { networkKey } = configuration.gateway;
      const network = networkKey === undefined ? undefined : estate.find(networkKey);
      if (!server || !network) continue;
      if (behindGateways(virtualNetworkOf(network)).some(({ prefix }) => containsAddress(prefix, server)))
        continue;

      const site = sitesOverCircuits(configuration, estate).find(({ addressPrefixes }) =>
        addressPrefixes.some((each) => {
          const prefix = parsePrefix(each);
          return prefix !== undefined && prefix.length > 0 && containsAddress(prefix, server);
        }),
      );
      if (!site) continue;
      yield {
        message: `${configuration.name} asks the RADIUS server ${text} in ${site.name}, which only ExpressRoute leads to: a VPN gateway does not reach it there.`,
        origin: originOf(configuration.resource, "properties", ...PATH),
        related: [{ message: `${site.name} stands here`, origin: site.origin }],
        hint: `Add a site-to-site VPN to ${site.name}, or put the server into a virtual network.`,
      };
    }
  },
};

function sitesOverCircuits({ gateway }: VpnClientConfiguration, estate: EstateIndex): readonly Site[] {
  const beside = gateway.networkKey === undefined ? [] : gatewaysIn(gateway.networkKey, estate);
  const circuits = new Set(
    beside.flatMap(({ resource }) =>
      circuitsOfGateway(resource.id, estate).map(({ circuitKey }) => circuitKey),
    ),
  );
  const names = new Set(
    estate.estate.providerRouters
      .filter((router) => router.circuits.some((id) => circuits.has(keyOf(id))))
      .map(({ site }) => site),
  );
  return estate.estate.sites.filter(({ name }) => names.has(name));
}
