import {
  largestVpnGatewayMbps,
  vpnGatewayAbout,
  vpnGatewayCreationMinutes,
  vpnGatewaySla,
} from "../../azure/gateways.ts";
import type { ConnectionKind } from "../../model/connection-kind.ts";

/** Two virtual networks, joined by an IPsec tunnel between their VPN gateways. It is decided for and not yet planned. */
export const vnetToVnet: ConnectionKind = {
  name: "vnet-to-vnet",
  title: "VPN Gateway VNet-to-VNet",
  joins: ["virtualNetwork", "virtualNetwork"],
  rules: [],
  claims: () => ({
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
    latencyMs: {
      says: "No figure is published for a tunnel between gateways.",
      source: vpnGatewayAbout.source,
    },
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
