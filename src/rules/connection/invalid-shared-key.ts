import { sharedKeyLength } from "../../azure/ipsec-policy.ts";
import { allGatewayConnections, isTunnel } from "../../model/gateway-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { secretOf } from "../../model/secret.ts";

export const invalidSharedKey: Rule = {
  id: "connection/invalid-shared-key",
  severity: "error",
  summary: "A shared key consists of printable ASCII characters without space, hyphen and tilde.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const key = secretOf(propertyOf(connection.resource, "sharedKey"));
      if (!isTunnel(connection) || !key || key.isExpression) continue;

      const isLong = key.length > sharedKeyLength.value;
      if (!isLong && key.hasKeyCharacters) continue;
      yield {
        message: `The shared key of ${connection.name} ${isLong ? `is longer than ${sharedKeyLength.value} characters` : "has a character that Azure does not take in keys"}.`,
        origin: originOf(connection.resource, "properties", "sharedKey"),
        hint: "Use letters and digits, and take the key from a secret parameter.",
      };
    }
  },
};
