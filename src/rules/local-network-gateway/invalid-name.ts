import { LOCAL_NETWORK_GATEWAY } from "../../model/local-network-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import { invalidGatewayNames } from "../invalid-gateway-name.ts";

export const invalidName: Rule = {
  id: "local-network-gateway/invalid-name",
  severity: "error",
  summary: "A local network gateway has a name that Azure takes.",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",

  check: (estate) => invalidGatewayNames(estate.all(LOCAL_NETWORK_GATEWAY), "local network gateway"),
};
