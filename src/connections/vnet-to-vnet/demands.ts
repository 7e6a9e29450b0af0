import type { Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import { gatewayLosses } from "../../model/gateway-losses.ts";
import { settingsOf } from "./settings.ts";

/** A VPN gateway of its own at either network: Azure joins gateways, and a peer's stands in another network. */
export function demandsOf(wish: Wish): readonly Demand[] {
  return wish.ends.map((end) => demandAt(wish, end.name));
}

export function demandAt(wish: Wish, virtualNetwork: string): Demand {
  const mbps = wish.needs.bandwidth?.value.atLeastMbps;
  return {
    facility: "vpn-gateway",
    at: { virtualNetwork },
    asks: {
      tunnels: 1,
      ...(mbps === undefined ? {} : { bandwidthMbps: mbps, perTunnelMbps: mbps }),
      ...(settingsOf(wish).bgp ? { bgp: true } : {}),
      ...gatewayLosses(wish.needs),
      ...(wish.sku === undefined ? {} : { sku: wish.sku }),
    },
    usedBy: wish.name,
  };
}
