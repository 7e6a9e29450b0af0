import { fact } from "./fact.ts";

/** What an hourly rate is multiplied by: 365 days of 24 hours, divided by 12. A bill counts the hours that were. */
export const hoursAMonth = fact(
  730,
  "https://azure.microsoft.com/pricing/calculator/",
  "2026-11-23",
  "As others quote the calculator; the page itself was not read.",
);
