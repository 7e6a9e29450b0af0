import { gatewayName } from "../azure/gateway-names.ts";
import { originOf, type Resource } from "../model/resource.ts";
import type { Finding } from "../model/rule.ts";
import { isStandInName } from "../model/stand-in-name.ts";

/** Names of gateways, local network gateways and connections that Azure does not take. */
export function* invalidGatewayNames(resources: readonly Resource[], noun: string): Iterable<Finding> {
  const allowed = new RegExp(gatewayName.value);
  for (const resource of resources) {
    // What a template makes up is known only at deployment.
    if (allowed.test(resource.name) || resource.name.startsWith("[") || isStandInName(resource.name))
      continue;

    yield {
      message: `Azure takes no ${noun} of the name ${resource.name}.`,
      origin: originOf(resource, "name"),
      hint: "Use at most 80 letters, digits, _, . and -, with a letter or digit first, and one or _ last.",
    };
  }
}
