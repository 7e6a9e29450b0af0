import { containsAddress } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { connectionsTo } from "../../model/gateway-connection.ts";
import { allLocalNetworkGateways, type LocalNetworkGateway } from "../../model/local-network-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import type { WrittenAddress } from "../../model/written-address.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

export const invalidBgpPeeringAddress: Rule = {
  id: "local-network-gateway/invalid-bgp-peering-address",
  severity: "error",
  summary: "A site's BGP address is one of the device's own, and not its public one.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const gateway of allLocalNetworkGateways(estate)) {
      const { name, bgpPeeringAddress } = gateway;
      const problem = bgpPeeringAddress && problemOf(bgpPeeringAddress, gateway, estate);
      if (!problem) continue;

      yield {
        message: `${name} has the BGP address ${bgpPeeringAddress.text}, ${problem}.`,
        origin: bgpPeeringAddress.origin,
        hint: "Write an address of the device inside the site, such as that of a loopback interface.",
      };
    }
  },
};

function problemOf(
  { address, text }: WrittenAddress,
  gateway: LocalNetworkGateway,
  estate: EstateIndex,
): string | undefined {
  if (!address) return "which is no IP address";
  if (text === gateway.gatewayIpAddress?.text) return "which is the device's public one";

  const inside = connectionsTo(gateway.resource, estate)
    .flatMap(({ virtualNetworkGateway1 }) => findVirtualNetworkGateway(virtualNetworkGateway1, estate) ?? [])
    .flatMap((far) => rangesBehindGateway(far, estate))
    .find(({ range }) => containsAddress(range.prefix, address));
  return inside && `which is in ${inside.range.text} of the virtual network ${inside.network.name}`;
}
