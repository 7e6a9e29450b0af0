import { containsAddress, parseAddress } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { connectionsOf } from "../../model/gateway-connection.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import type { Origin } from "../../source/origin.ts";
import { type NatRule, natRulesOf } from "../nat-rules.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

/** A machine that Azure has to reach first. */
interface Server {
  readonly what: string;
  readonly address: string;
  readonly origin: Origin;
}

export const unreachableBehindDynamicNat: Rule = {
  id: "virtual-network-gateway/unreachable-behind-dynamic-nat",
  severity: "error",
  summary: "What Azure has to reach at a site is not behind dynamic NAT.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      const rules = dynamicIngressRules(gateway, estate);
      if (rules.length === 0) continue;

      for (const { what, address, origin } of serversOf(gateway, estate)) {
        const rule = rules.find((each) => holds(each, address));
        if (!rule) continue;
        yield {
          message: `${what} ${address} is behind the dynamic NAT rule ${rule.name} of ${gateway.name}, which lets only the site begin: nothing in Azure reaches it.`,
          origin,
          related: [
            { message: `${rule.name} is Dynamic`, origin: originOf(rule.resource, "properties", "type") },
          ],
          hint: `Make ${rule.name} Static, with an external range of the same size, or use a server elsewhere.`,
        };
      }
    }
  },
};

/** Those that a connection really uses. */
function dynamicIngressRules({ resource }: VirtualNetworkGateway, estate: EstateIndex): readonly NatRule[] {
  const used = new Set(
    connectionsOf(resource, estate).flatMap(({ resource: connection }) => {
      const list = propertyOf(connection, "ingressNatRules");
      return isList(list) ? list.map((entry) => keyOf(textOf(valueAt(entry, ["id"])) ?? "")) : [];
    }),
  );
  return natRulesOf(resource, estate)
    .filter(({ type, mode }) => type === "Dynamic" && mode === "IngressSnat")
    .filter((rule) => used.has(keyOf(rule.resource.id)));
}

function holds({ internalMappings, externalMappings }: NatRule, text: string): boolean {
  const address = parseAddress(text);
  return (
    address !== undefined &&
    [...internalMappings, ...externalMappings].some(({ range }) => containsAddress(range.prefix, address))
  );
}

function serversOf(gateway: VirtualNetworkGateway, estate: EstateIndex): readonly Server[] {
  const networks = new Set(rangesBehindGateway(gateway, estate).map(({ network }) => network.resource));
  return [...[...networks].flatMap(dnsServersOf), ...radiusServerOf(gateway.resource)];
}

function dnsServersOf(network: Resource): readonly Server[] {
  const servers = propertyOf(network, "dhcpOptions", "dnsServers");
  if (!isList(servers)) return [];

  return servers.flatMap((address, index) =>
    typeof address === "string"
      ? [
          {
            what: `The DNS server of ${network.name},`,
            address,
            origin: originOf(network, "properties", "dhcpOptions", "dnsServers", index),
          },
        ]
      : [],
  );
}

function radiusServerOf(gateway: Resource): readonly Server[] {
  const path = ["vpnClientConfiguration", "radiusServerAddress"];
  const address = textOf(propertyOf(gateway, ...path));
  if (address === undefined) return [];
  return [
    {
      what: `The RADIUS server of ${gateway.name},`,
      address,
      origin: originOf(gateway, "properties", ...path),
    },
  ];
}
