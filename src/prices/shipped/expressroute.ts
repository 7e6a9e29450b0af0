import type { Rate } from "../rate.ts";
import { NET_LAB, rateRows, SNAPSHOT, TABLE } from "./rate-rows.ts";

const PAGE = "https://azure.microsoft.com/pricing/details/expressroute/";
const SERVICE = "ExpressRoute";
const circuit = rateRows(SERVICE, "ExpressRoute", PAGE);
const gateway = rateRows(SERVICE, "ExpressRoute Gateway", PAGE);
const standard = rateRows(SERVICE, "ExpressRoute Standard Gateway", PAGE);
const high = rateRows(SERVICE, "ExpressRoute High Performance Gateway", PAGE);

const READ = "2026-09-11";
const MARCH = "2026-03";
const WEAK = "One weak source; do not rely on it. The meter's own name was not seen.";

/**
 * Found nowhere: ErGw2AZ, ErGwScale and UltraPerformance; metered circuits of 100 to 500 Mbps; premium metered, local
 * and other unlimited ones; circuits and data of zones 2 and 3; a 100 Gbps port.
 */
export const expressRouteRates: readonly Rate[] = [
  gateway("hour", "ErGw1AZ Gateway", "brazilsouth", 0.361, READ, SNAPSHOT),
  gateway("hour", "ErGw3AZ Gateway", "brazilsouth", 2.151, READ, SNAPSHOT),
  standard("hour", "Standard Gateway", "brazilsouth", 0.19, READ, SNAPSHOT),
  high("hour", "High Performance Gateway", "brazilsouth", 0.49, READ, SNAPSHOT),
  circuit("month", "Standard Metered Data 50 Mbps Circuit", "Zone 1", 55, "2026-05-29", NET_LAB),
  circuit("month", "Standard Metered Data 1 Gbps Circuit", "Zone 1", 436, MARCH, TABLE),
  circuit("month", "Standard Metered Data 2 Gbps Circuit", "Zone 1", 872, MARCH, TABLE),
  circuit("month", "Standard Metered Data 5 Gbps Circuit", "Zone 1", 2180, MARCH, TABLE),
  circuit("month", "Standard Metered Data 10 Gbps Circuit", "Zone 1", 3400, MARCH, TABLE),
  circuit("month", "Standard Unlimited Data 1 Gbps Circuit", "Zone 1", 5700, MARCH, TABLE),
  circuit("month", "Premium Unlimited Data 1 Gbps Circuit", "Zone 1", 6450, MARCH, TABLE),
  circuit("GB", "Metered Data - Data Transfer Out", "Zone 1", 0.025, MARCH, TABLE),
  circuit("month", "Global Reach 1 Gbps", "Zone 1", 436, MARCH, `${WEAK} It equals the circuit's price.`),
  circuit("month", "Direct 10 Gbps Port Pair", "swedencentral", 1408, "2026-06-16", WEAK),
];
