import type { Rule } from "../../model/rule.ts";
import { VIRTUAL_NETWORK_GATEWAY } from "../../model/virtual-network-gateway.ts";
import { invalidGatewayNames } from "../invalid-gateway-name.ts";

export const invalidName: Rule = {
  id: "virtual-network-gateway/invalid-name",
  severity: "error",
  summary: "A virtual network gateway has a name that Azure takes.",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",

  check: (estate) => invalidGatewayNames(estate.all(VIRTUAL_NETWORK_GATEWAY), "virtual network gateway"),
};
