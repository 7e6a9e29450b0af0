import type { Rule } from "../../model/rule.ts";
import { asymmetricRemoteVnetTraffic } from "./asymmetric-remote-vnet-traffic.ts";
import { asymmetricVpnPrefix } from "./asymmetric-vpn-prefix.ts";
import { exceedsAdvertisedPrefixLimit } from "./exceeds-advertised-prefix-limit.ts";
import { exceedsCircuitLimit } from "./exceeds-circuit-limit.ts";
import { exceedsPeeringLocationLimit } from "./exceeds-peering-location-limit.ts";
import { invalidScaleUnits } from "./invalid-scale-units.ts";
import { singlePointOfFailureCircuit } from "./single-point-of-failure-circuit.ts";
import { singlePointOfFailureZone } from "./single-point-of-failure-zone.ts";
import { tooSmallGatewaySubnet } from "./too-small-gateway-subnet.ts";
import { tooSmallGatewaySubnetForVpn } from "./too-small-gateway-subnet-for-vpn.ts";
import { tooSmallSku } from "./too-small-sku.ts";
import { unsupportedIpsec } from "./unsupported-ipsec.ts";
import { unsupportedRegion } from "./unsupported-region.ts";
import { unsupportedSku } from "./unsupported-sku.ts";

/** What can be wrong with an ExpressRoute gateway. A new rule is a file and a page beside these, and one line here. */
export const expressRouteGatewayRules: readonly Rule[] = [
  asymmetricRemoteVnetTraffic,
  asymmetricVpnPrefix,
  exceedsAdvertisedPrefixLimit,
  exceedsCircuitLimit,
  exceedsPeeringLocationLimit,
  invalidScaleUnits,
  singlePointOfFailureCircuit,
  singlePointOfFailureZone,
  tooSmallGatewaySubnet,
  tooSmallGatewaySubnetForVpn,
  tooSmallSku,
  unsupportedIpsec,
  unsupportedRegion,
  unsupportedSku,
];
