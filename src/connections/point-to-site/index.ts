import { largestVpnGatewayMbps, vpnGatewayCreationMinutes, vpnGatewaySla } from "../../azure/gateways.ts";
import { pointToSiteAbout } from "../../azure/point-to-site.ts";
import type { ConnectionKind } from "../../model/connection-kind.ts";
import { demandsOf } from "./demands.ts";
import { recognisePointToSite } from "./recognise.ts";
import { refusePointToSite } from "./refuse.ts";
import { pointToSiteSettings } from "./settings.ts";

/** Persons, each on a device of their own, joined to a virtual network. */
export const pointToSite: ConnectionKind = {
  name: "point-to-site",
  title: "Point-to-Site VPN",
  joins: ["virtualNetwork", "p2sUsers"],
  gateway: "ownOrPeers",
  refuse: refusePointToSite,
  settings: pointToSiteSettings,
  outsideRoutes: () => ({ medium: "tunnel", by: "client", asns: [] }),
  demands: demandsOf,
  // Who may come in, and how, are properties of the gateway: the facility writes them.
  build: () => [],
  recognise: recognisePointToSite,
  rules: [],
  claims: () => ({
    encryption: {
      value: "betweenNetworks",
      says: "Point-to-Site encrypts from the device to the gateway.",
      source: pointToSiteAbout.source,
    },
    crossesInternet: {
      value: true,
      says: "Point-to-Site crosses the internet.",
      source: pointToSiteAbout.source,
    },
    bandwidthMbps: {
      value: largestVpnGatewayMbps.value,
      says: `The largest VPN gateway carries ${largestVpnGatewayMbps.value / 1000} Gbps, for all users and tunnels together.`,
      source: largestVpnGatewayMbps.source,
    },
    bandwidthIsGuaranteed: {
      value: false,
      says: "Nobody guarantees bandwidth across the internet.",
      source: pointToSiteAbout.source,
    },
    sla: {
      value: 0,
      says: `A VPN gateway has an SLA of ${vpnGatewaySla.value}%, and the internet in front of it has none.`,
      source: vpnGatewaySla.source,
    },
    latencyMs: { says: "The internet promises no round trip.", source: pointToSiteAbout.source },
    leadTimeDays: {
      value: vpnGatewayCreationMinutes.value / 1440,
      says: `A VPN gateway takes up to ${vpnGatewayCreationMinutes.value} minutes to create.`,
      source: vpnGatewayCreationMinutes.source,
    },
    resilience: {
      value: ["instance", "zone"],
      says: "An active-active gateway across zones survives the loss of an instance and of a zone.",
      source: pointToSiteAbout.source,
    },
  }),
};
