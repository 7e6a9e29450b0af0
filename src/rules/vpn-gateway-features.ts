import type { VpnGatewaySku } from "../azure/vpn-gateway-skus.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { connectionsOf, isTunnel } from "../model/gateway-connection.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import { originOf, type Resource } from "../model/resource.ts";
import { isList } from "../model/unknown.ts";
import { gatewaysIn, type VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";
import type { Origin } from "../source/origin.ts";
import { natRulesOf } from "./nat-rules.ts";

/** What a gateway is asked for, and where the file asks for it. */
export interface WantedFeature {
  readonly name: string;
  readonly origin: Origin;
  /** The member of the SKU that says whether it can; absent where a SKU alone does not decide. */
  readonly skuMember?: SkuFeature;
}

type SkuFeature = Extract<
  keyof VpnGatewaySku,
  "bgp" | "activeActive" | "nat" | "customIpsecPolicy" | "expressRouteCoexistence"
>;

/** The features of one gateway that not every SKU and not every type of gateway has. */
export function* wantedFeatures(
  gateway: VirtualNetworkGateway,
  estate: EstateIndex,
): Iterable<WantedFeature> {
  const { resource } = gateway;
  if (gateway.enableBgp) {
    yield { name: "BGP", origin: originOf(resource, "properties", "enableBgp"), skuMember: "bgp" };
  }
  if (gateway.activeActive) {
    yield {
      name: "active-active mode",
      origin: originOf(resource, "properties", "activeActive"),
      skuMember: "activeActive",
    };
  }
  const [natRule] = natRulesOf(resource, estate);
  if (natRule) yield { name: "NAT rules", origin: originOf(natRule.resource, "name"), skuMember: "nat" };

  const policy = connectionsOf(resource, estate)
    .filter(isTunnel)
    .find((connection) => hasEntries(connection.resource, "ipsecPolicies"));
  if (policy) {
    yield {
      name: "custom IPsec policies",
      origin: originOf(policy.resource, "properties", "ipsecPolicies"),
      skuMember: "customIpsecPolicy",
    };
  }
  const neighbour = gatewaysIn(gateway.networkKey ?? "", estate).find(
    ({ gatewayType }) => gatewayType === "ExpressRoute",
  );
  if (neighbour) {
    yield {
      name: "an ExpressRoute gateway beside it",
      origin: originOf(neighbour.resource, "name"),
      skuMember: "expressRouteCoexistence",
    };
  }
}

/** What a policy-based gateway does not do whatever its SKU. */
export function* routeBasedFeatures(
  gateway: VirtualNetworkGateway,
  estate: EstateIndex,
): Iterable<WantedFeature> {
  yield* wantedFeatures(gateway, estate);

  const pool = ["vpnClientConfiguration", "vpnClientAddressPool"];
  if (propertyOf(gateway.resource, ...pool) !== undefined) {
    yield { name: "point-to-site users", origin: originOf(gateway.resource, "properties", ...pool) };
  }
  const connections = connectionsOf(gateway.resource, estate);
  const toGateway = connections.find(({ connectionType }) => connectionType === "Vnet2Vnet");
  if (toGateway) {
    yield { name: "connections to other gateways", origin: originOf(toGateway.resource, "name") };
  }
  const [, second] = connections.filter(({ connectionType }) => connectionType === "IPsec");
  if (second) yield { name: "a second tunnel", origin: originOf(second.resource, "name") };

  const ikeV2 = connections.find(
    ({ resource }) => textOf(propertyOf(resource, "connectionProtocol"))?.toLowerCase() === "ikev2",
  );
  if (ikeV2) {
    yield { name: "IKEv2", origin: originOf(ikeV2.resource, "properties", "connectionProtocol") };
  }
}

/** Whether a list is there and not empty. */
export function hasEntries(resource: Resource, ...path: readonly string[]): boolean {
  const value = propertyOf(resource, ...path);
  return isList(value) && value.length > 0;
}
