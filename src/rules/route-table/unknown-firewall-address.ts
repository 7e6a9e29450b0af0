import { type Address, containsAddress } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { propertyOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { goesToAppliance } from "../../model/route.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { SUBNET, type Subnet, subnetOf } from "../../model/virtual-network.ts";

const FIREWALL = "Microsoft.Network/azureFirewalls";

/** A firewall's subnet, and every address that the firewall has in it. */
interface Place {
  readonly firewall: Resource;
  readonly subnet: Subnet;
  readonly addresses: readonly string[];
}

export const unknownFirewallAddress: Rule = {
  id: "route-table/unknown-firewall-address",
  severity: "error",
  summary: "A route into the subnet of a firewall goes to the address that the firewall has.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-troubleshoot-peering-issues",

  *check(estate) {
    const places = placesOf(estate);
    for (const table of places.length > 0 ? allRouteTables(estate) : []) {
      for (const route of table.routes.filter(goesToAppliance)) {
        for (const hop of route.nextHopAddresses) {
          const place = places.find(({ subnet }) => holds(subnet, hop.address));
          if (!place || place.addresses.includes(hop.text)) continue;
          yield {
            message: `Route ${route.name} goes to ${hop.text}, where nothing is: ${place.firewall.name} has ${place.addresses.join(" and ")} in that subnet.`,
            origin: hop.origin,
            related: [
              {
                message: `${place.firewall.name} stands here`,
                origin: originOf(place.firewall, "name"),
              },
            ],
            hint: `Write ${place.addresses[0]}.`,
          };
        }
      }
    }
  },
};

/** Of the firewalls that Azure has given their addresses, or that ask for them. */
function placesOf(estate: EstateIndex): readonly Place[] {
  const firewalls = estate.all(FIREWALL).flatMap((firewall) => {
    const configurations = propertyOf(firewall, "ipConfigurations");
    if (!isList(configurations)) return [];

    const all = configurations.map((each) => ({
      subnet: valueAt(each, ["properties", "subnet", "id"]),
      address: valueAt(each, ["properties", "privateIPAddress"]),
    }));
    const [subnet] = all.flatMap((each) => (typeof each.subnet === "string" ? [keyOf(each.subnet)] : []));
    const addresses = all.flatMap(({ address }) => (typeof address === "string" ? [address] : []));
    return subnet !== undefined && addresses.length > 0 ? [{ firewall, subnet, addresses }] : [];
  });
  return estate
    .all(SUBNET)
    .map(subnetOf)
    .filter((subnet) => isNamed(subnet, "AzureFirewallSubnet"))
    .flatMap((subnet) =>
      firewalls
        .filter((each) => each.subnet === keyOf(subnet.resource.id))
        .map(({ firewall, addresses }) => ({ firewall, subnet, addresses })),
    );
}

function holds({ addressPrefixes }: Subnet, address: Address | undefined): boolean {
  return (
    address !== undefined &&
    addressPrefixes.filter(isValid).some(({ prefix }) => containsAddress(prefix, address))
  );
}
