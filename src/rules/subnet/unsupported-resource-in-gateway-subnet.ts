import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { propertyOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";

/** What stands in a subnet, and the lists in which it says so. Gateways are the one thing that belongs there. */
const TENANTS = [
  "networkInterfaces",
  "loadBalancers",
  "applicationGateways",
  "azureFirewalls",
  "bastionHosts",
];
const LISTS = ["ipConfigurations", "frontendIPConfigurations", "gatewayIPConfigurations"];

export const unsupportedResourceInGatewaySubnet: Rule = {
  id: "subnet/unsupported-resource-in-gateway-subnet",
  severity: "error",
  summary: "Nothing but gateways stands in GatewaySubnet.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub",

  *check(estate) {
    for (const resource of tenantsOf(estate)) {
      const [place] = LISTS.flatMap((list) => placesIn(resource, list));
      if (!place) continue;
      yield {
        message: `${resource.name} stands in GatewaySubnet, which is for gateways alone.`,
        origin: place,
        hint: `Put ${resource.name} into another subnet.`,
      };
    }
  },
};

function tenantsOf(estate: EstateIndex): readonly Resource[] {
  return TENANTS.flatMap((type) => estate.all(`Microsoft.Network/${type}`));
}

function placesIn(resource: Resource, list: string): Origin[] {
  const configurations = propertyOf(resource, list);
  if (!isList(configurations)) return [];

  return configurations.flatMap((configuration, index) => {
    const id = valueAt(configuration, ["properties", "subnet", "id"]);
    return typeof id === "string" && nameOfId(id).toLowerCase() === "gatewaysubnet"
      ? [originOf(resource, "properties", list, index, "properties", "subnet", "id")]
      : [];
  });
}
