import {
  largestVpnGatewayMbps,
  vpnGatewayAbout,
  vpnGatewayCreationMinutes,
  vpnGatewaySla,
} from "../../azure/gateways.ts";
import type { Claim, Claims } from "../../model/claims.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import type { SiteIntent } from "../../model/intent.ts";

const ABOUT = vpnGatewayAbout.source;

export function claimsOf(wish: Wish): Claims {
  const site = findEnd(wish, "site")?.site;
  return {
    encryption: {
      value: "betweenNetworks",
      says: "Site-to-Site encrypts with IPsec between the gateway and the site's device.",
      source: ABOUT,
    },
    crossesInternet: { value: true, says: "Site-to-Site crosses the internet.", source: ABOUT },
    bandwidthMbps: {
      value: largestVpnGatewayMbps.value,
      says: `The largest VPN gateway carries ${largestVpnGatewayMbps.value / 1000} Gbps, for all its tunnels together.`,
      source: largestVpnGatewayMbps.source,
    },
    bandwidthIsGuaranteed: {
      value: false,
      says: "Nobody guarantees bandwidth across the internet.",
      source: ABOUT,
    },
    sla: {
      value: 0,
      says: `A VPN gateway has an SLA of ${vpnGatewaySla.value}%, and the internet in front of it has none.`,
      source: vpnGatewaySla.source,
    },
    latencyMs: latencyOf(site),
    leadTimeDays: {
      value: vpnGatewayCreationMinutes.value / 1440,
      says: `A VPN gateway takes up to ${vpnGatewayCreationMinutes.value} minutes to create.`,
      source: vpnGatewayCreationMinutes.source,
    },
    resilience: resilienceOf(site),
  };
}

function latencyOf(site: SiteIntent | undefined): Claim<number> {
  if (site?.roundTripMs === undefined) return { says: "The internet promises no round trip.", source: ABOUT };
  return {
    value: site.roundTripMs,
    says: `${site.name} has a round trip of ${site.roundTripMs} ms by the file; the internet promises none.`,
    source: ABOUT,
  };
}

function resilienceOf(site: SiteIntent | undefined): Claim<readonly string[]> {
  if (site?.vpnDevices.length === 1) {
    return {
      value: ["instance", "zone"],
      says: `${site.name} has one VPN device; it takes two to survive the loss of one.`,
      source: ABOUT,
    };
  }
  return {
    value: ["instance", "zone", "device"],
    says: "An active-active gateway and two devices survive the loss of an instance, a zone and a device.",
    source: ABOUT,
  };
}
