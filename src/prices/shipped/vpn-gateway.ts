import type { Rate } from "../rate.ts";
import { INFRACOST, NET_LAB, NO_REGION, rateRows, TABLE } from "./rate-rows.ts";

const PAGE = "https://azure.microsoft.com/pricing/details/vpn-gateway/";
const SERVICE = "VPN Gateway";
const gateway = rateRows(SERVICE, "VPN Gateway", PAGE);
const bandwidth = rateRows(SERVICE, "VPN Gateway Bandwidth", PAGE);

const READ = "2025-01-15";
const TUNNELS = "How many tunnels a gateway includes was found nowhere: each one is counted.";
const USERS =
  "infracost takes the first 128 connections for included; what today's page says of it was not read.";
const BETWEEN_REGIONS = `${INFRACOST} Within a region it is free, by the VPN Gateway FAQ.`;

/** Rates of VpnGw3AZ, VpnGw4AZ and VpnGw5AZ were found nowhere. */
export const vpnGatewayRates: readonly Rate[] = [
  gateway("hour", "Basic Gateway", "eastus", 0.036, READ, INFRACOST),
  gateway("hour", "VpnGw1AZ", "eastus", 0.21, READ, INFRACOST),
  gateway("hour", "VpnGw1AZ", "swedencentral", 0.21, "2026-08-05", NET_LAB),
  gateway("hour", "VpnGw2AZ", NO_REGION, 0.54, "2026-09", TABLE),
  gateway("hour", "S2S Connection", "eastus", 0.015, READ, `${INFRACOST} ${TUNNELS}`),
  gateway("hour", "S2S Connection", "swedencentral", 0.015, "2026-08", `${NET_LAB} ${TUNNELS}`),
  gateway("hour", "P2S Connection", "eastus", 0.01, READ, `${INFRACOST} ${USERS}`),
  bandwidth("GB", "Inter-Virtual Network Data Transfer Out", "Zone 1", 0.035, READ, BETWEEN_REGIONS),
];
