import { largestVpnGatewayMbps, vpnGatewaySla } from "../../azure/gateways.ts";
import { privateTunnels } from "../../azure/private-tunnels.ts";
import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Claim, Claims } from "../../model/claims.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import { claimsOf } from "./claims.ts";
import { carryingDevices } from "./demands.ts";

const { source } = privateTunnels;

/** The internet drops out of the claims; what is the path's own is for the other kind to say. */
export function claimsOverPrivatePath(wish: Wish): Claims {
  const { leadTimeDays, resilience } = claimsOf(wish);
  return {
    encryption: {
      value: "betweenNetworks",
      says: "IPsec between the VPN gateway and the site's device encrypts also what goes over the circuit.",
      source,
    },
    crossesInternet: {
      value: false,
      says: "The tunnels run between private addresses, over the circuit alone.",
      source,
    },
    bandwidthMbps: bandwidthOf(wish),
    bandwidthIsGuaranteed: {
      value: true,
      says: "The circuit's bandwidth is guaranteed; what a VPN gateway carries is measured and not promised.",
      source: vpnGatewaySkus.source,
    },
    sla: {
      value: vpnGatewaySla.value,
      says: `The VPN gateway has an SLA of ${vpnGatewaySla.value}%.`,
      source: vpnGatewaySla.source,
    },
    latencyMs: { says: "No round trip is published for tunnels over a circuit.", source },
    leadTimeDays,
    resilience: {
      ...resilience,
      value: [...(resilience.value ?? []), "circuit", "peeringLocation"],
    },
  };
}

function bandwidthOf(wish: Wish): Claim<number> {
  const site = findEnd(wish, "site")?.site;
  const devices = Math.max(1, site ? carryingDevices(wish.needs, site) : 1);
  const value = Math.min(largestVpnGatewayMbps.value, devices * fastestTunnelMbps());
  const tunnels = devices === 1 ? "one device" : `${devices} devices`;
  return {
    value,
    says: `The largest VPN gateway carries ${formatBandwidth(value)} to ${tunnels}: ${formatBandwidth(fastestTunnelMbps())} a tunnel, ${formatBandwidth(largestVpnGatewayMbps.value)} in all.`,
    source: vpnGatewaySkus.source,
  };
}

/** Of every SKU and generation, with the fastest cipher. */
function fastestTunnelMbps(): number {
  const figures = Object.values(vpnGatewaySkus.value).flatMap(({ generations }) =>
    Object.values(generations).map(({ tunnelMbps }) => tunnelMbps.GCMAES256 ?? 0),
  );
  return Math.max(...figures);
}
