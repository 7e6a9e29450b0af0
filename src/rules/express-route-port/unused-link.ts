import { allExpressRoutePorts } from "../../model/express-route-port.ts";
import type { Rule } from "../../model/rule.ts";

export const unusedLink: Rule = {
  id: "express-route-port/unused-link",
  severity: "warning",
  summary: "Both links of an ExpressRoute Direct port are switched on.",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-erdirect-about",

  *check(estate) {
    for (const port of allExpressRoutePorts(estate)) {
      for (const { name, adminState, originAt } of port.links) {
        if (adminState?.toLowerCase() !== "disabled") continue;
        yield {
          message: `The link ${name} of ${port.name} is switched off: the circuits of the port have no redundancy, and Azure promises nothing.`,
          origin: originAt("properties", "adminState"),
          hint: "Write Enabled once the fibre is connected.",
        };
      }
    }
  },
};
