import { contains } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { connectionsTo } from "../../model/gateway-connection.ts";
import { allLocalNetworkGateways, type LocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const overlappingVirtualNetwork: Rule = {
  id: "local-network-gateway/overlapping-virtual-network",
  severity: "error",
  summary: "A site's ranges are not inside a virtual network that it is connected to.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const gateway of allLocalNetworkGateways(estate)) {
      const behind = networksConnectedTo(gateway, estate);
      for (const range of gateway.addressPrefixes.filter(isValid)) {
        const around = behind.find((other) => contains(other.range.prefix, range.prefix));
        if (!around || isSaidOfSite(range, estate)) continue;

        const { network } = around;
        yield {
          message: `${gateway.name} has ${range.text}, which is inside ${around.range.text} of ${network.name}: packets for it stay in ${network.name}.`,
          origin: range.origin,
          related: [
            { message: `${network.name} uses ${around.range.text}`, origin: around.range.origin },
            ...around.connections.slice(0, 1).map(({ resource, name }) => ({
              message: `${name} joins the two`,
              origin: originOf(resource, "name"),
            })),
          ],
          hint: `Remove ${range.text}, give ${network.name} another range, or translate addresses with NAT rules.`,
        };
      }
    }
  },
};

/** NAT rules give the site other addresses than these. */
function networksConnectedTo({ resource }: LocalNetworkGateway, estate: EstateIndex) {
  const connections = connectionsTo(resource, estate).filter(
    (connection) => !hasEntries(connection.resource, "ingressNatRules"),
  );
  return connections
    .flatMap(({ virtualNetworkGateway1 }) => findVirtualNetworkGateway(virtualNetworkGateway1, estate) ?? [])
    .flatMap((far) => rangesBehindGateway(far, estate))
    .map((range) => ({ ...range, connections }));
}

/** The mistake is then reported at the site itself. */
function isSaidOfSite({ text }: ValidRange, estate: EstateIndex): boolean {
  return estate.estate.sites.some((site) => site.addressPrefixes.includes(text));
}
