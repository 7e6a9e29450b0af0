import { apipaRange } from "../../azure/vpn-gateway-bgp.ts";
import { containsAddress, parsePrefix } from "../../ip/index.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { propertyOf, textsOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList, isUnknown } from "../../model/unknown.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import type { WrittenAddress } from "../../model/written-address.ts";

export const missingCustomBgpAddress: Rule = {
  id: "connection/missing-custom-bgp-address",
  severity: "error",
  summary: "A gateway speaks BGP to an APIPA address from one of its own.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/configure-bgp",
  after: ["connection/missing-bgp-settings"],

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, enableBgp } = connection;
      const peer = findLocalNetworkGateway(connection.localNetworkGateway2, estate)?.bgpPeeringAddress;
      const gateway = findVirtualNetworkGateway(connection.virtualNetworkGateway1, estate);
      if (!enableBgp || !peer || !isApipa(peer) || !gateway || mayHaveOne(gateway.resource)) continue;

      yield {
        message: `${name} speaks BGP to ${peer.text}, and ${gateway.name} has no APIPA address to speak from.`,
        origin: originOf(resource, "properties", "enableBgp"),
        related: [{ message: `the device has ${peer.text}`, origin: peer.origin }],
        hint: `Add an address to customBgpIpAddresses of ${gateway.name}, in bgpSettings.bgpPeeringAddresses.`,
      };
    }
  },
};

function isApipa({ address }: WrittenAddress): boolean {
  const range = parsePrefix(apipaRange.value);
  return address !== undefined && range !== undefined && containsAddress(range, address);
}

function mayHaveOne(gateway: Resource): boolean {
  const path = ["bgpSettings", "bgpPeeringAddresses"];
  if (gateway.existing || unknownAt(gateway, ...path)) return true;

  const entries = propertyOf(gateway, ...path);
  if (!isList(entries)) return false;
  return entries.some((entry) => {
    const addresses = valueAt(entry, ["customBgpIpAddresses"]);
    return isUnknown(entry) || isUnknown(addresses) || textsOf(addresses).length > 0;
  });
}
