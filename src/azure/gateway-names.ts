import { fact } from "./fact.ts";

/** Of gateways, local network gateways and connections. */
export const gatewayName = fact(
  "^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$",
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
  "2026-11-23",
  "1 to 80 characters; letters, digits, `_`, `.`, `-`; begins with a letter or digit, ends with one or `_`.",
);
