import { sstp } from "../../azure/point-to-site-protocols.ts";
import { vpnClientConnectionsOf } from "../../azure/point-to-site-skus.ts";
import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import { fewNames } from "../../diagnostics/few-names.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  concurrentUsers,
  usersOf,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";

export const exceedsConnectionLimit: Rule = {
  id: "vpn-client-configuration/exceeds-connection-limit",
  severity: "error",
  summary: "A gateway takes as many devices at once as its users connect.",
  source: vpnGatewaySkus.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const limit = limitOf(configuration);
      const users = usersOf(configuration, estate);
      const atOnce = concurrentUsers(users);
      if (limit === undefined || atOnce <= limit) continue;

      const { resource, name, gateway, protocols } = configuration;
      yield {
        message: `${fewNames(users.map((each) => each.name))} are up to ${atOnce} at once; ${name} takes ${limit} as ${gateway.skuName}${protocols ? ` with ${protocols.join(" and ")}` : ""}.`,
        origin: originOf(resource, "properties", "sku", "name"),
        related: users.map((each) => ({
          message: `${each.name} are up to ${each.maxConcurrent}`,
          origin: each.origin,
        })),
        hint: onlySstp(configuration)
          ? "Choose OpenVPN in the place of SSTP, on VpnGw1AZ or larger."
          : `Choose ${largerSku(atOnce) ?? "several gateways"}.`,
      };
    }
  },
};

function onlySstp({ protocols }: VpnClientConfiguration): boolean {
  return protocols?.length === 1 && protocols[0] === "SSTP";
}

function limitOf(configuration: VpnClientConfiguration): number | undefined {
  const { protocols, gateway } = configuration;
  const ofSku = gateway.skuName === undefined ? undefined : vpnClientConnectionsOf(gateway.skuName);
  if (ofSku === undefined || !protocols) return ofSku || undefined;
  if (onlySstp(configuration)) return sstp.value.maxConnections;

  return ofSku === 0 ? undefined : ofSku + (protocols.includes("SSTP") ? sstp.value.maxConnections : 0);
}

function largerSku(connections: number): string | undefined {
  return Object.entries(vpnGatewaySkus.value)
    .filter(([, { status }]) => status === "current")
    .find(([name]) => (vpnClientConnectionsOf(name) ?? 0) >= connections)?.[0];
}
