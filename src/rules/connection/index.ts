import type { Rule } from "../../model/rule.ts";
import { asymmetricBgp } from "./asymmetric-bgp.ts";
import { asymmetricGcmAlgorithms } from "./asymmetric-gcm-algorithms.ts";
import { asymmetricIpsecPolicy } from "./asymmetric-ipsec-policy.ts";
import { asymmetricSharedKey } from "./asymmetric-shared-key.ts";
import { deprecatedIkeVersion } from "./deprecated-ike-version.ts";
import { duplicateAsn } from "./duplicate-asn.ts";
import { duplicateConnection } from "./duplicate-connection.ts";
import { insecureAlgorithm } from "./insecure-algorithm.ts";
import { invalidDpdTimeout } from "./invalid-dpd-timeout.ts";
import { invalidGatewayType } from "./invalid-gateway-type.ts";
import { invalidIpsecAlgorithm } from "./invalid-ipsec-algorithm.ts";
import { invalidName } from "./invalid-name.ts";
import { invalidSharedKey } from "./invalid-shared-key.ts";
import { missingBgp } from "./missing-bgp.ts";
import { missingBgpForTransit } from "./missing-bgp-for-transit.ts";
import { missingBgpSettings } from "./missing-bgp-settings.ts";
import { missingCustomBgpAddress } from "./missing-custom-bgp-address.ts";
import { missingCustomIpsecPolicy } from "./missing-custom-ipsec-policy.ts";
import { missingIpsecPolicy } from "./missing-ipsec-policy.ts";
import { missingIpsecPolicyValue } from "./missing-ipsec-policy-value.ts";
import { missingRemoteConnection } from "./missing-remote-connection.ts";
import { missingRemoteEnd } from "./missing-remote-end.ts";
import { missingTrafficSelector } from "./missing-traffic-selector.ts";
import { overlappingAdvertisedPrefix } from "./overlapping-advertised-prefix.ts";
import { tooSmallSaLifetime } from "./too-small-sa-lifetime.ts";
import { unknownGateway } from "./unknown-gateway.ts";
import { unreachableRemoteEnd } from "./unreachable-remote-end.ts";
import { unreachableSite } from "./unreachable-site.ts";
import { unreachableVirtualNetwork } from "./unreachable-virtual-network.ts";
import { unsupportedCloud } from "./unsupported-cloud.ts";
import { unsupportedCustomBgpAddress } from "./unsupported-custom-bgp-address.ts";
import { unsupportedExpressrouteSetting } from "./unsupported-expressroute-setting.ts";
import { unsupportedNatRule } from "./unsupported-nat-rule.ts";
import { unusedRoutingWeight } from "./unused-routing-weight.ts";

export const connectionRules: readonly Rule[] = [
  asymmetricBgp,
  asymmetricGcmAlgorithms,
  asymmetricIpsecPolicy,
  asymmetricSharedKey,
  deprecatedIkeVersion,
  duplicateAsn,
  duplicateConnection,
  insecureAlgorithm,
  invalidDpdTimeout,
  invalidGatewayType,
  invalidIpsecAlgorithm,
  invalidName,
  invalidSharedKey,
  missingBgpForTransit,
  missingBgpSettings,
  missingBgp,
  missingCustomBgpAddress,
  missingCustomIpsecPolicy,
  missingIpsecPolicyValue,
  missingIpsecPolicy,
  missingRemoteConnection,
  missingRemoteEnd,
  missingTrafficSelector,
  overlappingAdvertisedPrefix,
  tooSmallSaLifetime,
  unknownGateway,
  unreachableRemoteEnd,
  unreachableSite,
  unreachableVirtualNetwork,
  unsupportedCloud,
  unsupportedCustomBgpAddress,
  unsupportedExpressrouteSetting,
  unsupportedNatRule,
  unusedRoutingWeight,
];
