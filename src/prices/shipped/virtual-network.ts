import type { Rate } from "../rate.ts";
import { INFRACOST, NET_LAB, rateRows } from "./rate-rows.ts";

const PAGE = "https://azure.microsoft.com/pricing/details/virtual-network/";
const SERVICE = "Virtual Network";
const within = rateRows(SERVICE, "Virtual Network Peering", PAGE);
const between = rateRows(SERVICE, "Global Virtual Network Peering", PAGE);
const address = rateRows(
  SERVICE,
  "IP Addresses",
  "https://azure.microsoft.com/pricing/details/ip-addresses/",
);

const ZONE_1 = `${INFRACOST} A reading for swedencentral of 2026-08-05 says 0.04.`;
const READ = "2024-07-01";

/** The rate of zone 3 between regions was found nowhere. */
export const virtualNetworkRates: readonly Rate[] = [
  within("GB", "Intra-Region Ingress", "Global", 0.01, READ, INFRACOST),
  within("GB", "Intra-Region Egress", "Global", 0.01, READ, INFRACOST),
  between("GB", "Inter-Region Ingress", "Zone 1", 0.035, READ, ZONE_1),
  between("GB", "Inter-Region Egress", "Zone 1", 0.035, READ, ZONE_1),
  between("GB", "Inter-Region Ingress", "Zone 2", 0.09, READ, INFRACOST),
  between("GB", "Inter-Region Egress", "Zone 2", 0.09, READ, INFRACOST),
  address("hour", "Standard IPv4 Static Public IP", "eastus", 0.005, "2026-04-03", INFRACOST),
  address("hour", "Standard IPv4 Static Public IP", "swedencentral", 0.005, "2026-08", NET_LAB),
];
