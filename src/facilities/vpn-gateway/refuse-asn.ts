import { routeServerVpnGateway } from "../../azure/vpn-gateway-bgp.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";

/** A demand names an ASN, and BGP towards other gateways needs another one here. */
export function refuseAsn(chosen: number, demands: readonly Demand[]): Refusal | undefined {
  const demand = demands.find(({ asks }) => asks.asn !== undefined && asks.asn !== chosen);
  if (!demand) return undefined;
  return {
    because: `${demand.usedBy} needs a VPN gateway of ASN ${demand.asks.asn}, which another gateway that BGP joins to it has.`,
    source: routeServerVpnGateway.source,
    waysOut: ["Turn BGP off between the two networks by settings: { bgp: false }."],
  };
}
