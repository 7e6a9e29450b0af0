import { routeServerVpnGateway } from "../../azure/vpn-gateway-bgp.ts";
import type { Demand } from "../../model/demand.ts";

/** It exchanges routes with a VPN gateway of Azure's own ASN that is active-active, and with no other. */
export function demandsInTurn({ at, usedBy }: Demand): readonly Demand[] {
  const { asn, activeActive } = routeServerVpnGateway.value;
  return [
    {
      facility: "vpn-gateway",
      at,
      asks: { bgp: true, asn, ...(activeActive ? { survives: ["instance"] } : {}) },
      usedBy,
    },
  ];
}
