import { smallestVpnClientAddressPool } from "../../azure/point-to-site-address-pools.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworkGateways } from "../../model/virtual-network-gateway.ts";
import { configuredAuthentication } from "../../model/vpn-client-configuration.ts";

export const missingAddressPool: Rule = {
  id: "vpn-client-configuration/missing-address-pool",
  severity: "error",
  summary: "A gateway that authenticates users has addresses for them.",
  source: smallestVpnClientAddressPool.source,

  *check(estate) {
    for (const { resource, name } of allVirtualNetworkGateways(estate)) {
      const configured = configuredAuthentication(resource) ?? [];
      if (configured.length === 0) continue;
      if (!isAbsent(resource, "vpnClientConfiguration", "vpnClientAddressPool", "addressPrefixes")) continue;
      if (!isAbsent(resource, "vpnClientConfiguration", "vngClientConnectionConfigurations")) continue;
      yield {
        message: `${name} has settings for ${configured.join(" and ")}, and no client address pool: no user gets in.`,
        origin: originOf(
          resource,
          "properties",
          "vpnClientConfiguration",
          "vpnClientAddressPool",
          "addressPrefixes",
        ),
        hint: "Give it a range in vpnClientAddressPool.addressPrefixes.",
      };
    }
  },
};
