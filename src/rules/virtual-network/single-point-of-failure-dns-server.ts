import { azureDnsServer } from "../../azure/dns.ts";
import { containsAddress, type Prefix, parseAddress } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { LOAD_BALANCER } from "../../model/load-balancer.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { propertyOf, valueAt } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVirtualNetworks, SUBNET, type Subnet, subnetOf } from "../../model/virtual-network.ts";
import { privateAddressesOf } from "../private-addresses.ts";

export const singlePointOfFailureDnsServer: Rule = {
  id: "virtual-network/single-point-of-failure-dns-server",
  severity: "warning",
  summary: "A virtual network with DNS servers of its own has more than one.",
  source: azureDnsServer.source,

  *check(estate) {
    let redundant: ((address: string) => boolean) | undefined;
    for (const { resource, name } of allVirtualNetworks(estate)) {
      const servers = propertyOf(resource, "dhcpOptions", "dnsServers");
      const [server] = isList(servers) && servers.length === 1 ? servers : [];
      if (typeof server !== "string" || server === azureDnsServer.value) continue;

      redundant ??= redundantServices(estate);
      if (redundant(server)) continue;
      yield {
        message: `${name} has ${server} as its only DNS server: without it no name resolves.`,
        origin: originOf(resource, "properties", "dhcpOptions", "dnsServers", 0),
        hint: "Add a second DNS server, in another zone.",
      };
    }
  },
};

/** One address is enough where a load balancer, a firewall or a DNS resolver stands behind it. */
function redundantServices(estate: EstateIndex): (address: string) => boolean {
  const frontEnds = new Set(estate.all(LOAD_BALANCER).flatMap(privateAddressesOf));
  const managed = estate.all(SUBNET).map(subnetOf).filter(isManaged).flatMap(prefixesOf);

  return (text) => {
    const address = parseAddress(text);
    if (!address || frontEnds.has(text)) return true;
    return managed.some((prefix) => containsAddress(prefix, address));
  };
}

function isManaged(subnet: Subnet): boolean {
  if (isNamed(subnet, "AzureFirewallSubnet")) return true;

  const delegations = propertyOf(subnet.resource, "delegations");
  return (
    isList(delegations) &&
    delegations.some(
      (each) => valueAt(each, ["properties", "serviceName"]) === "Microsoft.Network/dnsResolvers",
    )
  );
}

function prefixesOf(subnet: Subnet): Prefix[] {
  return subnet.addressPrefixes.filter(isValid).map((range) => range.prefix);
}
