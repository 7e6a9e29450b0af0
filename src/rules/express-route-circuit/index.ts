import type { Rule } from "../../model/rule.ts";
import { duplicatePeering } from "./duplicate-peering.ts";
import { duplicateProviderAndPort } from "./duplicate-provider-and-port.ts";
import { duplicateVlan } from "./duplicate-vlan.ts";
import { exceedsRouteLimit } from "./exceeds-route-limit.ts";
import { exceedsVirtualNetworkLinkLimit } from "./exceeds-virtual-network-link-limit.ts";
import { insecureDefaultRoute } from "./insecure-default-route.ts";
import { invalidPeerPrefix } from "./invalid-peer-prefix.ts";
import { missingBandwidth } from "./missing-bandwidth.ts";
import { missingMicrosoftPeeringConfig } from "./missing-microsoft-peering-config.ts";
import { missingPeerPrefix } from "./missing-peer-prefix.ts";
import { missingPrivatePeering } from "./missing-private-peering.ts";
import { missingProvisioning } from "./missing-provisioning.ts";
import { overlappingPeerPrefix } from "./overlapping-peer-prefix.ts";
import { singlePointOfFailureBetweenVirtualNetworks } from "./single-point-of-failure-between-virtual-networks.ts";
import { tooLargeSku } from "./too-large-sku.ts";
import { unreachableRegion } from "./unreachable-region.ts";
import { unsupportedBandwidth } from "./unsupported-bandwidth.ts";
import { unsupportedPeerAsn } from "./unsupported-peer-asn.ts";
import { unsupportedRouteFilter } from "./unsupported-route-filter.ts";
import { unsupportedSku } from "./unsupported-sku.ts";
import { unusedCircuit } from "./unused-circuit.ts";

/** What can be wrong with a circuit. A new rule is a file and a page beside these, and one line here. */
export const expressRouteCircuitRules: readonly Rule[] = [
  duplicatePeering,
  duplicateProviderAndPort,
  duplicateVlan,
  exceedsRouteLimit,
  exceedsVirtualNetworkLinkLimit,
  insecureDefaultRoute,
  invalidPeerPrefix,
  missingBandwidth,
  missingMicrosoftPeeringConfig,
  missingPeerPrefix,
  missingPrivatePeering,
  missingProvisioning,
  overlappingPeerPrefix,
  singlePointOfFailureBetweenVirtualNetworks,
  tooLargeSku,
  unreachableRegion,
  unsupportedBandwidth,
  unsupportedPeerAsn,
  unsupportedRouteFilter,
  unsupportedSku,
  unusedCircuit,
];
