import type { Rule } from "../../model/rule.ts";
import { duplicateAddressPrefix } from "./duplicate-address-prefix.ts";
import { duplicateGatewayAddress } from "./duplicate-gateway-address.ts";
import { invalidAddressPrefix } from "./invalid-address-prefix.ts";
import { invalidBgpPeeringAddress } from "./invalid-bgp-peering-address.ts";
import { invalidGatewayAddress } from "./invalid-gateway-address.ts";
import { invalidName } from "./invalid-name.ts";
import { missingAddressPrefix } from "./missing-address-prefix.ts";
import { missingGatewayAddress } from "./missing-gateway-address.ts";
import { overlappingVirtualNetwork } from "./overlapping-virtual-network.ts";
import { singlePointOfFailureVpnDevice } from "./single-point-of-failure-vpn-device.ts";
import { unsupportedAsn } from "./unsupported-asn.ts";
import { unusedLocalNetworkGateway } from "./unused-local-network-gateway.ts";

export const localNetworkGatewayRules: readonly Rule[] = [
  duplicateAddressPrefix,
  duplicateGatewayAddress,
  invalidAddressPrefix,
  invalidBgpPeeringAddress,
  invalidGatewayAddress,
  invalidName,
  missingAddressPrefix,
  missingGatewayAddress,
  overlappingVirtualNetwork,
  singlePointOfFailureVpnDevice,
  unsupportedAsn,
  unusedLocalNetworkGateway,
];
