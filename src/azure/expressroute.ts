import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/expressroute/expressroute-faqs";

/** The largest circuit through a provider; ExpressRoute Direct goes further. */
export const largestProviderCircuitMbps = fact(10_000, FAQ, "2026-03-31");

/** Of circuit and gateway, in percent. */
export const expressRouteSla = fact(
  99.95,
  "https://azure.microsoft.com/support/legal/sla/expressroute/",
  "2026-02-07",
  "As Azure's own reviewing tool azqr has it; the text of the SLA was not read.",
);

export const expressRouteFaq = fact("ExpressRoute questions", FAQ, "2026-03-31");

/** Over how many circuits flows are spread evenly, of those that a network is linked with. */
export const mostCircuitsAtOnce = fact(4, FAQ, "2026-03-31");
