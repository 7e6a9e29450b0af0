import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Asks, Demand } from "../../model/demand.ts";
import { findEnd } from "../../model/find-end.ts";
import { gatewayLosses } from "../../model/gateway-losses.ts";
import type { SiteIntent } from "../../model/intent.ts";
import type { Needs } from "../../model/needs.ts";
import { usesBgp } from "./settings.ts";
import type { Way } from "./tunnel.ts";

/** One VPN gateway, with a tunnel a device; how many instances they reach is the gateway's own business. */
export function demandsOf(
  wish: Wish,
  hostOf: (network: string) => string,
  way: Way = "internet",
): readonly Demand[] {
  const network = findEnd(wish, "virtualNetwork");
  const site = findEnd(wish, "site")?.site;
  if (!network || !site) return [];

  const bandwidth = wish.needs.bandwidth?.value.atLeastMbps;
  const perTunnelMbps = perTunnelMbpsOf(wish.needs, site);
  return [
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: hostOf(network.name) },
      asks: {
        tunnels: site.vpnDevices.length,
        farEnd: site.name,
        ...(bandwidth === undefined ? {} : { bandwidthMbps: bandwidth }),
        ...(perTunnelMbps === undefined ? {} : { perTunnelMbps }),
        ...(usesBgp(wish) ? { bgp: true } : {}),
        ...(site.nat ? { natRules: site.addressSpace.length } : {}),
        ...gatewayLosses(wish.needs),
        ...(way === "internet" ? {} : { privateTunnels: true }),
        ...skuFor(wish, way),
      },
      usedBy: wish.name,
    },
  ];
}

/** Over another kind's path, the SKU that a person names may be the other's. */
function skuFor({ sku }: Wish, way: Way): Asks {
  const isOwn = way === "internet" || vpnGatewaySkus.value[sku ?? ""] !== undefined;
  return sku !== undefined && isOwn ? { sku } : {};
}

/** The tunnels share the load; where a device may fail, the others must carry it all. */
export function perTunnelMbpsOf(needs: Needs, site: SiteIntent): number | undefined {
  const { bandwidth } = needs;
  if (!bandwidth) return undefined;
  return Math.ceil(bandwidth.value.atLeastMbps / Math.max(1, carryingDevices(needs, site)));
}

/** How many devices carry, at the worst moment that must be survived. */
export function carryingDevices({ resilience }: Needs, { vpnDevices }: SiteIntent): number {
  return vpnDevices.length - (resilience?.value === "device" ? 1 : 0);
}
