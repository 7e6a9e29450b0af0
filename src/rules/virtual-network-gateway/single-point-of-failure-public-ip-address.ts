import { regions } from "../../azure/regions.ts";
import { textsOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isUnknown } from "../../model/unknown.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { publicIpAddressesOf } from "../public-ip-addresses.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const singlePointOfFailurePublicIpAddress: Rule = {
  id: "virtual-network-gateway/single-point-of-failure-public-ip-address",
  severity: "warning",
  summary: "A zone-redundant VPN gateway has public IP addresses that are in all zones.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-zone-redundant-vnet-gateways",
  after: ["virtual-network-gateway/unsupported-public-ip-address"],

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      if (!findVpnGatewaySku(gateway.skuName)?.zoneRedundant) continue;

      for (const address of publicIpAddressesOf(gateway, estate)) {
        const zones = zonesOf(address);
        if (zones?.length !== 1 || !hasZones(address)) continue;
        yield {
          message: `${gateway.name} has the public IP address ${address.name}, which is in zone ${zones[0]} alone: without that zone the gateway has no address.`,
          origin: originOf(address, "zones"),
          hint: "Put the address in all three zones; that takes a new address.",
        };
      }
    }
  },
};

function zonesOf({ envelope }: Resource): readonly string[] | undefined {
  const zones = valueAt(envelope, ["zones"]);
  return Array.isArray(zones) && !zones.some(isUnknown) ? textsOf(zones) : undefined;
}

function hasZones({ location }: Resource): boolean {
  if (typeof location !== "string") return false;
  const region = normaliseRegion(location);
  return Object.hasOwn(regions.value, region) && regions.value[region]?.availabilityZones === true;
}
