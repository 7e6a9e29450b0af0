import {
  largestVpnGatewayMbps,
  vpnGatewayAbout,
  vpnGatewayCreationMinutes,
  vpnGatewaySla,
} from "../../azure/gateways.ts";
import { regionLatency, roundTripMs } from "../../azure/region-latency.ts";
import type { Claim } from "../../model/claims.ts";
import type { ConnectionKind, Wish } from "../../model/connection-kind.ts";
import { buildVnetToVnet } from "./build.ts";
import { demandsOf } from "./demands.ts";
import { notesOnVnetToVnet } from "./notes.ts";
import { recogniseVnetToVnet } from "./recognise.ts";
import { refuseVnetToVnet } from "./refuse.ts";
import { vnetToVnetSettings } from "./settings.ts";

/** Two virtual networks, joined by an IPsec tunnel between their VPN gateways. */
export const vnetToVnet: ConnectionKind = {
  name: "vnet-to-vnet",
  title: "VPN Gateway VNet-to-VNet",
  joins: ["virtualNetwork", "virtualNetwork"],
  gateway: "own",
  refuse: refuseVnetToVnet,
  notes: notesOnVnetToVnet,
  settings: vnetToVnetSettings,
  demands: demandsOf,
  build: buildVnetToVnet,
  recognise: recogniseVnetToVnet,
  rules: [],
  claims: (wish) => ({
    encryption: {
      value: "betweenNetworks",
      says: "VNet-to-VNet encrypts with IPsec between the two gateways.",
      source: vpnGatewayAbout.source,
    },
    crossesInternet: {
      value: false,
      says: "VNet-to-VNet has public addresses and yet stays on Microsoft's backbone.",
      source: vpnGatewayAbout.source,
    },
    bandwidthMbps: {
      value: largestVpnGatewayMbps.value,
      says: `The largest VPN gateway carries ${largestVpnGatewayMbps.value / 1000} Gbps, for all its tunnels together.`,
      source: largestVpnGatewayMbps.source,
    },
    bandwidthIsGuaranteed: {
      value: false,
      says: "All tunnels of a VPN gateway share its bandwidth.",
      source: largestVpnGatewayMbps.source,
    },
    sla: {
      value: vpnGatewaySla.value,
      says: `A VPN gateway has an SLA of ${vpnGatewaySla.value}%.`,
      source: vpnGatewaySla.source,
    },
    latencyMs: latencyOf(wish),
    leadTimeDays: {
      value: vpnGatewayCreationMinutes.value / 1440,
      says: `A VPN gateway takes up to ${vpnGatewayCreationMinutes.value} minutes to create.`,
      source: vpnGatewayCreationMinutes.source,
    },
    resilience: {
      value: ["instance", "zone"],
      says: "An active-active gateway across zones survives the loss of an instance and of a zone.",
      source: vpnGatewayAbout.source,
    },
  }),
};

/** Nobody publishes a figure for a tunnel between gateways; it cannot be faster than the backbone below it. */
function latencyOf({ ends }: Wish): Claim<number> {
  const [from, to] = ends.map((end) => (end.type === "virtualNetwork" ? end.network.region : undefined));
  const value = from !== undefined && to !== undefined ? roundTripMs(from, to) : undefined;
  if (value === undefined) {
    return {
      says: "No round trip is published for a tunnel between gateways.",
      source: vpnGatewayAbout.source,
    };
  }
  return {
    value,
    says: `A tunnel is no faster than the ${value} ms of the backbone between ${from} and ${to}.`,
    source: regionLatency.source,
  };
}
