import { gatewaySubnetRouting } from "../../azure/dedicated-subnets.ts";
import { type Address, containsAddress, parseAddress } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Route } from "../../model/route.ts";
import { allRouteTables, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { gatewaysIn, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

interface PublicAddress {
  readonly resource: Resource;
  readonly text: string;
  readonly address: Address;
  readonly gateway: VirtualNetworkGateway;
}

export const overlappingGatewayPublicIpAddress: Rule = {
  id: "route-table/overlapping-gateway-public-ip-address",
  severity: "warning",
  summary: "No route of a GatewaySubnet takes away what is meant for the gateway's public addresses.",
  source: gatewaySubnetRouting.source,

  *check(estate) {
    for (const table of allRouteTables(estate)) {
      for (const subnet of subnetsOfRouteTable(table, estate).filter(isGatewaySubnet)) {
        const network = parentNetwork(subnet, estate);
        const addresses = network ? publicAddressesIn(network.resource.id, estate) : [];
        for (const route of table.routes) {
          const own = addresses.find(({ address }) => takes(route, address));
          if (!own || !route.addressPrefix) continue;
          yield {
            message: `Route ${route.name} sends ${route.addressPrefix.text} elsewhere, and with it ${own.text}, the public address of ${own.gateway.name} itself.`,
            origin: route.addressPrefix.origin,
            related: [
              {
                message: `${own.gateway.name} has ${own.text}`,
                origin: originOf(own.resource, "properties", "ipAddress"),
              },
            ],
            hint: `Name only ranges without ${own.text}.`,
          };
        }
      }
    }
  },
};

/** A default route there is a mistake of its own. */
function takes({ addressPrefix }: Route, address: Address): boolean {
  const prefix = addressPrefix?.prefix;
  return prefix !== undefined && prefix.length > 0 && containsAddress(prefix, address);
}

/** As far as Azure has given them, and told. */
function publicAddressesIn(networkId: string, estate: EstateIndex): readonly PublicAddress[] {
  return gatewaysIn(keyOf(networkId), estate).flatMap((gateway) => {
    const configurations = propertyOf(gateway.resource, "ipConfigurations");
    if (!isList(configurations)) return [];

    return configurations.flatMap((configuration) => {
      const id = textOf(valueAt(configuration, ["properties", "publicIPAddress", "id"]));
      const resource = id === undefined ? undefined : estate.find(id);
      const text = resource && textOf(propertyOf(resource, "ipAddress"));
      const address = text === undefined ? undefined : parseAddress(text);
      return resource && text !== undefined && address ? [{ resource, text, address, gateway }] : [];
    });
  });
}
