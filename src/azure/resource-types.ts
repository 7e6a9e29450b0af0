import { fact } from "./fact.ts";

const REFERENCE = "https://learn.microsoft.com/azure/templates/microsoft.network/allversions";

/** The version of Microsoft.Network that Isthmus writes. */
export const networkApiVersion = fact("2024-05-01", REFERENCE, "2026-11-23");

/** Lists inside a parent's properties that ARM also knows as resources of their own, by lower-cased type and property. */
export const childTypes = fact<Readonly<Record<string, string>>>(
  {
    "microsoft.network/virtualnetworks/subnets": "Microsoft.Network/virtualNetworks/subnets",
    "microsoft.network/virtualnetworks/virtualnetworkpeerings":
      "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    "microsoft.network/routetables/routes": "Microsoft.Network/routeTables/routes",
    "microsoft.network/networksecuritygroups/securityrules":
      "Microsoft.Network/networkSecurityGroups/securityRules",
    "microsoft.network/expressroutecircuits/peerings": "Microsoft.Network/expressRouteCircuits/peerings",
    "microsoft.network/expressroutecircuits/peerings/connections":
      "Microsoft.Network/expressRouteCircuits/peerings/connections",
    "microsoft.network/expressroutecircuits/authorizations":
      "Microsoft.Network/expressRouteCircuits/authorizations",
    "microsoft.network/virtualnetworkgateways/natrules": "Microsoft.Network/virtualNetworkGateways/natRules",
    "microsoft.network/virtualhubs/ipconfigurations": "Microsoft.Network/virtualHubs/ipConfigurations",
    "microsoft.network/virtualhubs/bgpconnections": "Microsoft.Network/virtualHubs/bgpConnections",
  },
  REFERENCE,
  "2026-11-23",
);

const TOP_LEVEL = [
  "applicationGateways",
  "azureFirewalls",
  "bastionHosts",
  "connections",
  "expressRouteCircuits",
  "expressRoutePorts",
  "loadBalancers",
  "localNetworkGateways",
  "natGateways",
  "networkInterfaces",
  "networkSecurityGroups",
  "privateEndpoints",
  "publicIPAddresses",
  "routeTables",
  "virtualHubs",
  "virtualNetworkGateways",
  "virtualNetworks",
].map((type) => `Microsoft.Network/${type}`);

const spellings = new Map(
  [...TOP_LEVEL, ...Object.values(childTypes.value)].map((type) => [type.toLowerCase(), type]),
);

/** ARM compares types without regard to case; this gives Azure's spelling, or the text itself. */
export function spellingOf(type: string): string {
  return spellings.get(type.toLowerCase()) ?? type;
}
