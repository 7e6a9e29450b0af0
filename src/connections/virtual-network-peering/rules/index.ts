import type { Rule } from "../../../model/rule.ts";
import { asymmetricAddressSpace } from "./asymmetric-address-space.ts";
import { asymmetricPeeringType } from "./asymmetric-peering-type.ts";
import { duplicateGatewayTransit } from "./duplicate-gateway-transit.ts";
import { duplicateRemoteGateways } from "./duplicate-remote-gateways.ts";
import { duplicateRemoteVirtualNetwork } from "./duplicate-remote-virtual-network.ts";
import { duplicateVpnConnection } from "./duplicate-vpn-connection.ts";
import { exceedsPeeringLimit } from "./exceeds-peering-limit.ts";
import { exceedsSubnetLimit } from "./exceeds-subnet-limit.ts";
import { invalidPeeringState } from "./invalid-peering-state.ts";
import { invalidSelfPeering } from "./invalid-self-peering.ts";
import { missingForwardedTraffic } from "./missing-forwarded-traffic.ts";
import { missingGatewayTransit } from "./missing-gateway-transit.ts";
import { missingRemoteGateway } from "./missing-remote-gateway.ts";
import { missingRemotePeering } from "./missing-remote-peering.ts";
import { missingRemoteVirtualNetwork } from "./missing-remote-virtual-network.ts";
import { overlappingAddressSpace } from "./overlapping-address-space.ts";
import { overlappingPeerOfPeer } from "./overlapping-peer-of-peer.ts";
import { overlappingSubnetPeering } from "./overlapping-subnet-peering.ts";
import { tooSmallPeeringHeadroom } from "./too-small-peering-headroom.ts";
import { unknownRemoteVirtualNetwork } from "./unknown-remote-virtual-network.ts";
import { unknownSubnet } from "./unknown-subnet.ts";
import { unreachableBasicLoadBalancer } from "./unreachable-basic-load-balancer.ts";
import { unreachableSubnets } from "./unreachable-subnets.ts";
import { unreachableVirtualNetwork } from "./unreachable-virtual-network.ts";
import { unsupportedBasicGatewayTransit } from "./unsupported-basic-gateway-transit.ts";
import { unsupportedByPolicy } from "./unsupported-by-policy.ts";
import { unsupportedCloud } from "./unsupported-cloud.ts";
import { unsupportedRemoteGateways } from "./unsupported-remote-gateways.ts";
import { unusedGatewayTransit } from "./unused-gateway-transit.ts";

/** What can be wrong with a peering. A new rule is a file and a page beside these, and one line here. */
export const rules: readonly Rule[] = [
  asymmetricAddressSpace,
  asymmetricPeeringType,
  duplicateGatewayTransit,
  duplicateRemoteGateways,
  duplicateRemoteVirtualNetwork,
  duplicateVpnConnection,
  exceedsPeeringLimit,
  exceedsSubnetLimit,
  invalidPeeringState,
  invalidSelfPeering,
  missingForwardedTraffic,
  missingGatewayTransit,
  missingRemoteGateway,
  missingRemotePeering,
  missingRemoteVirtualNetwork,
  overlappingAddressSpace,
  overlappingPeerOfPeer,
  overlappingSubnetPeering,
  tooSmallPeeringHeadroom,
  unknownRemoteVirtualNetwork,
  unknownSubnet,
  unreachableBasicLoadBalancer,
  unreachableSubnets,
  unreachableVirtualNetwork,
  unsupportedBasicGatewayTransit,
  unsupportedByPolicy,
  unsupportedCloud,
  unsupportedRemoteGateways,
  unusedGatewayTransit,
];
