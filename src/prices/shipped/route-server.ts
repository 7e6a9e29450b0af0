import type { Rate } from "../rate.ts";
import { NET_LAB, NO_REGION, rateRows } from "./rate-rows.ts";

const row = rateRows(
  "Route Server",
  "Route Server",
  "https://azure.microsoft.com/pricing/details/route-server/",
);

export const routeServerRates: readonly Rate[] = [
  row("hour", "Route Server", NO_REGION, 0.45, "2026-08-03", `${NET_LAB} The meter's own name was not seen.`),
];
