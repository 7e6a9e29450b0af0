import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { isValid } from "../../model/address-range.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { invalidPrefix } from "../invalid-prefix.ts";

/** `AzureCloud.WestEurope`: a name for the addresses of a service, which routes take too. */
const SERVICE_TAG = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/;

export const invalidAddressPrefix: Rule = {
  id: "route-table/invalid-address-prefix",
  severity: "error",
  summary: "The destination of a route is in CIDR notation, or a service tag.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const { name, addressPrefix } of allRouteTables(estate).flatMap((table) => table.routes)) {
      if (!addressPrefix || isValid(addressPrefix) || SERVICE_TAG.test(addressPrefix.text)) continue;
      yield invalidPrefix(`Route ${name}`, addressPrefix);
    }
  },
};
