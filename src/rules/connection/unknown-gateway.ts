import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import type { Rule } from "../../model/rule.ts";

const ENDS = ["virtualNetworkGateway1", "virtualNetworkGateway2", "localNetworkGateway2"];

export const unknownGateway: Rule = {
  id: "connection/unknown-gateway",
  severity: "error",
  summary: "The gateways that a connection names exist.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/connections",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      for (const end of ENDS) {
        const reference = referenceOf(resource, end);
        if (!isReference(reference) || estate.find(reference.id) || !estate.isComplete(reference.id))
          continue;
        yield {
          message: `${name} names ${nameOfId(reference.id)} as its ${end}, which does not exist.`,
          origin: reference.origin,
          hint: `Name a gateway that exists, or create ${nameOfId(reference.id)}.`,
        };
      }
    }
  },
};
