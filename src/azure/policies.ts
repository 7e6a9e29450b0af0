import { fact } from "./fact.ts";

/** The built-in policy that asks networks to use one gateway, and the parameter that names it. */
export const specifiedGatewayPolicy = fact(
  { definition: "f1776c76-f58c-4245-a8d0-2b207198dc8b", parameter: "virtualNetworkGatewayId" },
  "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies",
  "2026-11-28",
  "The GUID as the page's mirrors print it; the parameter as the definition in Azure/azure-policy has it.",
);

/** The built-in policy that asks tunnels to have an IPsec policy of their own. */
export const customIpsecPolicyPolicy = fact(
  "50b83b09-03da-41c1-b656-c293c914862b",
  "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies",
  "2026-11-28",
  "The GUID as lists of built-in policies print it. It audits, or is disabled.",
);
