import { GATEWAY_CONNECTION } from "../../model/gateway-connection.ts";
import type { Rule } from "../../model/rule.ts";
import { invalidGatewayNames } from "../invalid-gateway-name.ts";

export const invalidName: Rule = {
  id: "connection/invalid-name",
  severity: "error",
  summary: "A connection has a name that Azure takes.",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",

  check: (estate) => invalidGatewayNames(estate.all(GATEWAY_CONNECTION), "connection"),
};
