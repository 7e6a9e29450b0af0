import { EXPRESS_ROUTE_CIRCUIT } from "../../model/express-route-circuit.ts";
import { propertyOf } from "../../model/properties.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isObject } from "../../model/unknown.ts";

export const duplicateProviderAndPort: Rule = {
  id: "express-route-circuit/duplicate-provider-and-port",
  severity: "error",
  summary: "A circuit comes from a provider or from a port of ExpressRoute Direct, not from both.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/expressroutecircuits",

  *check(estate) {
    for (const resource of estate.all(EXPRESS_ROUTE_CIRCUIT)) {
      const port = referenceOf(resource, "expressRoutePort");
      const provider = propertyOf(resource, "serviceProviderProperties");
      if (!isReference(port) || !isObject(provider) || Object.keys(provider).length === 0) continue;
      yield {
        message: `${resource.name} names a service provider and a port of ExpressRoute Direct.`,
        origin: port.origin,
        related: [
          {
            message: `${resource.name} names a service provider`,
            origin: originOf(resource, "properties", "serviceProviderProperties"),
          },
        ],
        hint: "Keep serviceProviderProperties, or expressRoutePort with bandwidthInGbps.",
      };
    }
  },
};
