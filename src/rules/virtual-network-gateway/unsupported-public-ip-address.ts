import type { EstateIndex } from "../../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Finding, Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { publicIpAddressesOf } from "../public-ip-addresses.ts";

export const unsupportedPublicIpAddress: Rule = {
  id: "virtual-network-gateway/unsupported-public-ip-address",
  severity: "error",
  summary: "A VPN gateway has static public IP addresses of the Standard SKU.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation",

  *check(estate: EstateIndex) {
    for (const gateway of allVpnGateways(estate)) {
      for (const address of publicIpAddressesOf(gateway, estate)) yield* problemsOf(gateway.name, address);
    }
  },
};

function* problemsOf(gateway: string, address: Resource): Iterable<Finding> {
  if (textOf(valueAt(address.envelope, ["sku", "name"]))?.toLowerCase() === "basic") {
    yield {
      message: `${gateway} has the public IP address ${address.name} of the Basic SKU, which is retired.`,
      origin: originOf(address, "sku", "name"),
      hint: "Use a static address of the Standard SKU.",
    };
    return;
  }
  if (textOf(propertyOf(address, "publicIPAllocationMethod"))?.toLowerCase() !== "dynamic") return;
  yield {
    message: `${gateway} has the public IP address ${address.name}, which is dynamic.`,
    origin: originOf(address, "properties", "publicIPAllocationMethod"),
    hint: "Write Static, with the Standard SKU.",
  };
}
