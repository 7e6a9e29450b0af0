import {
  largestVpnGatewayMbps,
  vpnGatewayAbout,
  vpnGatewayCreationMinutes,
  vpnGatewaySla,
} from "../../azure/gateways.ts";
import type { ConnectionKind } from "../../model/connection-kind.ts";

/** A virtual network and a site, joined by IPsec over the internet. It is decided for and not yet planned. */
export const siteToSite: ConnectionKind = {
  name: "site-to-site",
  title: "Site-to-Site VPN",
  joins: ["virtualNetwork", "site"],
  rules: [],
  claims: () => ({
    encryption: {
      value: "betweenNetworks",
      says: "Site-to-Site encrypts with IPsec between the gateway and the site's device.",
      source: vpnGatewayAbout.source,
    },
    crossesInternet: {
      value: true,
      says: "Site-to-Site crosses the internet.",
      source: vpnGatewayAbout.source,
    },
    bandwidthMbps: {
      value: largestVpnGatewayMbps.value,
      says: `The largest VPN gateway carries ${largestVpnGatewayMbps.value / 1000} Gbps, for all its tunnels together.`,
      source: largestVpnGatewayMbps.source,
    },
    bandwidthIsGuaranteed: {
      value: false,
      says: "Nobody guarantees bandwidth across the internet.",
      source: vpnGatewayAbout.source,
    },
    sla: {
      value: 0,
      says: `A VPN gateway has an SLA of ${vpnGatewaySla.value}%, and the internet in front of it has none.`,
      source: vpnGatewaySla.source,
    },
    latencyMs: { says: "The internet promises no round trip.", source: vpnGatewayAbout.source },
    leadTimeDays: {
      value: vpnGatewayCreationMinutes.value / 1440,
      says: `A VPN gateway takes up to ${vpnGatewayCreationMinutes.value} minutes to create.`,
      source: vpnGatewayCreationMinutes.source,
    },
    resilience: {
      value: ["instance", "zone", "device"],
      says: "An active-active gateway and two devices survive the loss of an instance, a zone and a device.",
      source: vpnGatewayAbout.source,
    },
  }),
};
