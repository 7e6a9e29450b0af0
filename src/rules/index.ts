import type { Rule } from "../model/rule.ts";
import { connectionRules } from "./connection/index.ts";
import { unsupportedWildcardRule } from "./dns-forwarding-ruleset/unsupported-wildcard-rule.ts";
import { expressRouteCircuitRules } from "./express-route-circuit/index.ts";
import { expressRouteConnectionRules } from "./express-route-connection/index.ts";
import { expressRouteGatewayRules } from "./express-route-gateway/index.ts";
import { expressRoutePortRules } from "./express-route-port/index.ts";
import { localNetworkGatewayRules } from "./local-network-gateway/index.ts";
import { invalidReference as invalidInterfaceReference } from "./network-interface/invalid-reference.ts";
import { missingIpForwarding } from "./network-interface/missing-ip-forwarding.ts";
import { unreachablePeerOfPeer } from "./network-security-group/unreachable-peer-of-peer.ts";
import { missingVirtualNetworkLink } from "./private-dns-zone/missing-virtual-network-link.ts";
import { asymmetricRouteThroughAppliance } from "./route-table/asymmetric-route-through-appliance.ts";
import { duplicateRoute } from "./route-table/duplicate-route.ts";
import { exceedsRouteLimit } from "./route-table/exceeds-route-limit.ts";
import { invalidAddressPrefix as invalidRouteAddressPrefix } from "./route-table/invalid-address-prefix.ts";
import { invalidNextHopAddress } from "./route-table/invalid-next-hop-address.ts";
import { invalidNextHopType } from "./route-table/invalid-next-hop-type.ts";
import { missingNextHopAddress } from "./route-table/missing-next-hop-address.ts";
import { overlappingGatewayPublicIpAddress } from "./route-table/overlapping-gateway-public-ip-address.ts";
import { overlappingGatewaySubnetRoute } from "./route-table/overlapping-gateway-subnet-route.ts";
import { unknownFirewallAddress } from "./route-table/unknown-firewall-address.ts";
import { unreachableNextHop } from "./route-table/unreachable-next-hop.ts";
import { unreachableOnPremises } from "./route-table/unreachable-on-premises.ts";
import { unsupportedDefaultRouteOnGatewaySubnet } from "./route-table/unsupported-default-route-on-gateway-subnet.ts";
import { unsupportedNextHopAddress } from "./route-table/unsupported-next-hop-address.ts";
import { unsupportedPropagationOffOnGatewaySubnet } from "./route-table/unsupported-propagation-off-on-gateway-subnet.ts";
import { unusedRouteTable } from "./route-table/unused-route-table.ts";
import { invalidAddressPrefix as invalidSubnetAddressPrefix } from "./subnet/invalid-address-prefix.ts";
import { invalidPrefixOutsideVirtualNetwork } from "./subnet/invalid-prefix-outside-virtual-network.ts";
import { invalidReference as invalidSubnetReference } from "./subnet/invalid-reference.ts";
import { invalidReservedName } from "./subnet/invalid-reserved-name.ts";
import { missingAddressPrefix } from "./subnet/missing-address-prefix.ts";
import { overlappingAddressPrefixes as overlappingSubnetAddressPrefixes } from "./subnet/overlapping-address-prefixes.ts";
import { tooSmallAddressPrefix } from "./subnet/too-small-address-prefix.ts";
import { tooSmallGatewaySubnet } from "./subnet/too-small-gateway-subnet.ts";
import { tooSmallGatewaySubnetForGrowth } from "./subnet/too-small-gateway-subnet-for-growth.ts";
import { tooSmallNamedSubnet } from "./subnet/too-small-named-subnet.ts";
import { unknownNetworkSecurityGroup } from "./subnet/unknown-network-security-group.ts";
import { unknownRouteTable } from "./subnet/unknown-route-table.ts";
import { unsupportedByPolicy as unsupportedSubnetByPolicy } from "./subnet/unsupported-by-policy.ts";
import { unsupportedIpv6PrefixLength } from "./subnet/unsupported-ipv6-prefix-length.ts";
import { unsupportedNetworkSecurityGroup } from "./subnet/unsupported-network-security-group.ts";
import { unsupportedResourceInGatewaySubnet } from "./subnet/unsupported-resource-in-gateway-subnet.ts";
import { unsupportedRouteTable } from "./subnet/unsupported-route-table.ts";
import { exceedsDnsServerLimit } from "./virtual-network/exceeds-dns-server-limit.ts";
import { exceedsRegionLimit } from "./virtual-network/exceeds-region-limit.ts";
import { exceedsSubnetLimit } from "./virtual-network/exceeds-subnet-limit.ts";
import { invalidAddressPrefix as invalidVirtualNetworkAddressPrefix } from "./virtual-network/invalid-address-prefix.ts";
import { missingAddressSpace } from "./virtual-network/missing-address-space.ts";
import { overlappingAddressPrefixes as overlappingVirtualNetworkAddressPrefixes } from "./virtual-network/overlapping-address-prefixes.ts";
import { overlappingAddressSpace } from "./virtual-network/overlapping-address-space.ts";
import { overlappingPublicAddresses } from "./virtual-network/overlapping-public-addresses.ts";
import { overlappingSitePrefix } from "./virtual-network/overlapping-site-prefix.ts";
import { overlappingSiteSummary } from "./virtual-network/overlapping-site-summary.ts";
import { overlappingUserNetwork } from "./virtual-network/overlapping-user-network.ts";
import { singlePointOfFailureDnsServer } from "./virtual-network/single-point-of-failure-dns-server.ts";
import { tooLargeAddressSpace } from "./virtual-network/too-large-address-space.ts";
import { unknownRegion } from "./virtual-network/unknown-region.ts";
import { unreachableDnsServer } from "./virtual-network/unreachable-dns-server.ts";
import { unsupportedAddressPrefix } from "./virtual-network/unsupported-address-prefix.ts";
import { unsupportedGateway } from "./virtual-network/unsupported-gateway.ts";
import { unsupportedVirtualHub } from "./virtual-network/unsupported-virtual-hub.ts";
import { virtualNetworkGatewayRules } from "./virtual-network-gateway/index.ts";
import { vpnClientConfigurationRules } from "./vpn-client-configuration/index.ts";

/** Rules that belong to no kind. A new rule is a file and a page in the folder of its noun, and one line here. */
export const rules: readonly Rule[] = [
  unsupportedWildcardRule,
  ...expressRouteCircuitRules,
  ...expressRouteConnectionRules,
  ...expressRouteGatewayRules,
  ...expressRoutePortRules,
  ...vpnClientConfigurationRules,
  ...connectionRules,
  ...localNetworkGatewayRules,
  missingIpForwarding,
  unreachablePeerOfPeer,
  missingVirtualNetworkLink,
  asymmetricRouteThroughAppliance,
  duplicateRoute,
  exceedsRouteLimit,
  invalidRouteAddressPrefix,
  invalidNextHopAddress,
  invalidNextHopType,
  missingNextHopAddress,
  overlappingGatewayPublicIpAddress,
  overlappingGatewaySubnetRoute,
  unknownFirewallAddress,
  unreachableNextHop,
  unreachableOnPremises,
  unsupportedDefaultRouteOnGatewaySubnet,
  unsupportedNextHopAddress,
  unsupportedPropagationOffOnGatewaySubnet,
  unusedRouteTable,
  invalidSubnetAddressPrefix,
  invalidPrefixOutsideVirtualNetwork,
  invalidInterfaceReference,
  invalidSubnetReference,
  invalidReservedName,
  missingAddressPrefix,
  overlappingSubnetAddressPrefixes,
  tooSmallAddressPrefix,
  tooSmallGatewaySubnetForGrowth,
  tooSmallGatewaySubnet,
  tooSmallNamedSubnet,
  unknownNetworkSecurityGroup,
  unknownRouteTable,
  unsupportedSubnetByPolicy,
  unsupportedIpv6PrefixLength,
  unsupportedNetworkSecurityGroup,
  unsupportedResourceInGatewaySubnet,
  unsupportedRouteTable,
  exceedsDnsServerLimit,
  exceedsRegionLimit,
  exceedsSubnetLimit,
  invalidVirtualNetworkAddressPrefix,
  missingAddressSpace,
  overlappingVirtualNetworkAddressPrefixes,
  overlappingAddressSpace,
  overlappingPublicAddresses,
  overlappingSitePrefix,
  overlappingSiteSummary,
  overlappingUserNetwork,
  singlePointOfFailureDnsServer,
  tooLargeAddressSpace,
  unknownRegion,
  unreachableDnsServer,
  unsupportedAddressPrefix,
  unsupportedGateway,
  unsupportedVirtualHub,
  ...virtualNetworkGatewayRules,
];
