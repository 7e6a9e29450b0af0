import type { Rule } from "../../model/rule.ts";
import { deprecatedSku } from "./deprecated-sku.ts";
import { duplicateVpnGateway } from "./duplicate-vpn-gateway.ts";
import { exceedsTunnelLimit } from "./exceeds-tunnel-limit.ts";
import { invalidApipaAddress } from "./invalid-apipa-address.ts";
import { invalidGeneration } from "./invalid-generation.ts";
import { invalidName } from "./invalid-name.ts";
import { invalidNatMappingSize } from "./invalid-nat-mapping-size.ts";
import { invalidPolicyBasedSku } from "./invalid-policy-based-sku.ts";
import { invalidReference } from "./invalid-reference.ts";
import { invalidVpnType } from "./invalid-vpn-type.ts";
import { missingActiveActiveForRouteServer } from "./missing-active-active-for-route-server.ts";
import { missingBgp } from "./missing-bgp.ts";
import { missingBgpIpConfiguration } from "./missing-bgp-ip-configuration.ts";
import { missingBgpRouteTranslation } from "./missing-bgp-route-translation.ts";
import { missingIpConfiguration } from "./missing-ip-configuration.ts";
import { overlappingNatMapping } from "./overlapping-nat-mapping.ts";
import { overlappingNatVirtualNetwork } from "./overlapping-nat-virtual-network.ts";
import { singlePointOfFailureInstance } from "./single-point-of-failure-instance.ts";
import { singlePointOfFailurePublicIpAddress } from "./single-point-of-failure-public-ip-address.ts";
import { tooSmallBasicSku } from "./too-small-basic-sku.ts";
import { unknownSku } from "./unknown-sku.ts";
import { unreachableBehindDynamicNat } from "./unreachable-behind-dynamic-nat.ts";
import { unsupportedAsn } from "./unsupported-asn.ts";
import { unsupportedPolicyBasedFeature } from "./unsupported-policy-based-feature.ts";
import { unsupportedPublicIpAddress } from "./unsupported-public-ip-address.ts";
import { unsupportedRouteServerAsn } from "./unsupported-route-server-asn.ts";
import { unsupportedSkuFeature } from "./unsupported-sku-feature.ts";
import { unusedNatRule } from "./unused-nat-rule.ts";
import { unusedVpnGateway } from "./unused-vpn-gateway.ts";

export const virtualNetworkGatewayRules: readonly Rule[] = [
  deprecatedSku,
  duplicateVpnGateway,
  exceedsTunnelLimit,
  invalidApipaAddress,
  invalidGeneration,
  invalidName,
  invalidNatMappingSize,
  invalidPolicyBasedSku,
  invalidReference,
  invalidVpnType,
  missingActiveActiveForRouteServer,
  missingBgpIpConfiguration,
  missingBgpRouteTranslation,
  missingBgp,
  missingIpConfiguration,
  overlappingNatMapping,
  overlappingNatVirtualNetwork,
  singlePointOfFailureInstance,
  singlePointOfFailurePublicIpAddress,
  tooSmallBasicSku,
  unknownSku,
  unreachableBehindDynamicNat,
  unsupportedAsn,
  unsupportedPolicyBasedFeature,
  unsupportedPublicIpAddress,
  unsupportedRouteServerAsn,
  unsupportedSkuFeature,
  unusedNatRule,
  unusedVpnGateway,
];
