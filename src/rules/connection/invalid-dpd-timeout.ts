import { dpdTimeoutSeconds } from "../../azure/ipsec-policy.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const invalidDpdTimeout: Rule = {
  id: "connection/invalid-dpd-timeout",
  severity: "error",
  summary: "The timeout of dead peer detection is within Azure's limits.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const { smallest, largest, default: usual } = dpdTimeoutSeconds.value;
    for (const { resource, name } of allGatewayConnections(estate)) {
      const timeout = numberOf(propertyOf(resource, "dpdTimeoutSeconds"));
      // Azure's own exports write 0 where nothing was set.
      if (!timeout || (timeout >= smallest && timeout <= largest)) continue;

      yield {
        message: `${name} waits ${timeout} seconds for a dead peer, and Azure takes ${smallest} to ${largest}.`,
        origin: originOf(resource, "properties", "dpdTimeoutSeconds"),
        hint: `Write ${usual}, or leave it out.`,
      };
    }
  },
};
