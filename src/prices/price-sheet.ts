import type { Rate } from "./rate.ts";

const PAGE = "https://azure.microsoft.com/pricing/details/virtual-network/";
const INFRACOST = "As infracost recorded it from the Retail Prices API.";

const inRegion = (meterName: string): Rate => ({
  serviceName: "Virtual Network",
  productName: "Virtual Network Peering",
  meterName,
  location: "Global",
  unit: "GB",
  amount: 0.01,
  source: PAGE,
  readOn: "2024-07-01",
  note: INFRACOST,
});

const betweenRegions = (meterName: string, location: string, amount: number, note = INFRACOST): Rate => ({
  serviceName: "Virtual Network",
  productName: "Global Virtual Network Peering",
  meterName,
  location,
  unit: "GB",
  amount,
  source: PAGE,
  readOn: "2024-07-01",
  note,
});

const ZONE_1 = `${INFRACOST} A reading for swedencentral of 2026-08-05 says 0.04.`;

/** List prices in US dollars that ship with this version. The rate of zone 3 between regions was found nowhere. */
export const priceSheet: { readonly currency: string; readonly rates: readonly Rate[] } = {
  currency: "USD",
  rates: [
    inRegion("Intra-Region Ingress"),
    inRegion("Intra-Region Egress"),
    betweenRegions("Inter-Region Ingress", "Zone 1", 0.035, ZONE_1),
    betweenRegions("Inter-Region Egress", "Zone 1", 0.035, ZONE_1),
    betweenRegions("Inter-Region Ingress", "Zone 2", 0.09),
    betweenRegions("Inter-Region Egress", "Zone 2", 0.09),
  ],
};
