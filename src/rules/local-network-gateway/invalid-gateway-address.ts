import { privateRanges } from "../../azure/address-space.ts";
import { addressFamily, containsAddress, parsePrefix } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { flagOf } from "../../model/flag-of.ts";
import { connectionsTo } from "../../model/gateway-connection.ts";
import { allLocalNetworkGateways, type LocalNetworkGateway } from "../../model/local-network-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import type { WrittenAddress } from "../../model/written-address.ts";

export const invalidGatewayAddress: Rule = {
  id: "local-network-gateway/invalid-gateway-address",
  severity: "error",
  summary: "The address of a site's device is a public IPv4 address.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const gateway of allLocalNetworkGateways(estate)) {
      const { name, gatewayIpAddress } = gateway;
      const problem = gatewayIpAddress && problemOf(gatewayIpAddress, gateway, estate);
      if (!problem) continue;

      yield {
        message: `${name} has ${gatewayIpAddress.text} as the address of the site's device, ${problem}.`,
        origin: gatewayIpAddress.origin,
        hint: "Write the public IPv4 address that the device, or the NAT in front of it, has on the internet.",
      };
    }
  },
};

function problemOf(
  { address }: WrittenAddress,
  gateway: LocalNetworkGateway,
  estate: EstateIndex,
): string | undefined {
  if (!address || addressFamily(address) !== 4) return "which is no IPv4 address";

  const isPrivate = privateRanges.value.some((range) => {
    const prefix = parsePrefix(range);
    return prefix && containsAddress(prefix, address);
  });
  return isPrivate && isReachedOverInternet(gateway, estate)
    ? "which is private and cannot be reached over the internet"
    : undefined;
}

/** Tunnels over the private peering of a circuit end at private addresses. */
function isReachedOverInternet({ resource }: LocalNetworkGateway, estate: EstateIndex): boolean {
  const connections = connectionsTo(resource, estate);
  return (
    connections.length > 0 &&
    connections.every((connection) => flagOf(connection.resource, "useLocalAzureIpAddress") === false)
  );
}
