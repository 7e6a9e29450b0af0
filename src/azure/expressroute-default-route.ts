import { fact } from "./fact.ts";

/** What becomes of forced tunnelling when the other side falls silent. */
export const withdrawnDefaultRoute = fact(
  "When the default route is no longer advertised, the system's own route to the internet is in force again.",
  "https://learn.microsoft.com/azure/expressroute/expressroute-faqs",
  "2026-03-31",
);
