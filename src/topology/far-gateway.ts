import type { EstateIndex } from "../model/estate-index.ts";
import { flagOf } from "../model/flag-of.ts";
import type { GatewayConnection } from "../model/gateway-connection.ts";
import { findLocalNetworkGateway, type LocalNetworkGateway } from "../model/local-network-gateway.ts";
import { propertyOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList } from "../model/unknown.ts";
import { allVpnGateways } from "../model/virtual-network-gateway.ts";
import { findStandingGateway } from "./gateway-instances.ts";
import { perEstate } from "./per-estate.ts";

/** By the public address of each instance of each VPN gateway. */
const byPublicAddress = perEstate(
  (estate): ReadonlyMap<string, ResourceId> =>
    new Map(
      allVpnGateways(estate).flatMap(({ resource }) =>
        (findStandingGateway(keyOf(resource.id), estate)?.instances ?? []).flatMap(({ publicAddress }) =>
          publicAddress === undefined ? [] : [[publicAddress, keyOf(resource.id)] as const],
        ),
      ),
    ),
);

/**
 * The gateway of the estate where a connection ends: the one that it names, or the one whose public address the local
 * network gateway has, for people join two networks by Site-to-Site too.
 */
export function farGateway(connection: GatewayConnection, estate: EstateIndex): ResourceId | undefined {
  const { connectionType, virtualNetworkGateway1, virtualNetworkGateway2 } = connection;
  if (connectionType === "Vnet2Vnet") return virtualNetworkGateway2;
  const local = localOf(connection, estate);
  const far = local && gatewayBehind(local, estate);
  return far === virtualNetworkGateway1 ? undefined : far;
}

/** Of a connection to a gateway that goes by a local network gateway: this, which says what is behind the other. */
export function localOf(connection: GatewayConnection, estate: EstateIndex): LocalNetworkGateway | undefined {
  return connection.connectionType === "IPsec" && !isOtherwise(connection)
    ? findLocalNetworkGateway(connection.localNetworkGateway2, estate)
    : undefined;
}

/** Tunnels between private addresses, and those that translate, are left to those that know sites. */
function isOtherwise({ resource }: GatewayConnection): boolean {
  const rules = ["ingressNatRules", "egressNatRules"].map((list) => propertyOf(resource, list));
  return (
    flagOf(resource, "useLocalAzureIpAddress") === true ||
    rules.some((list) => isList(list) && list.length > 0)
  );
}

function gatewayBehind(
  { gatewayIpAddress }: LocalNetworkGateway,
  estate: EstateIndex,
): ResourceId | undefined {
  return gatewayIpAddress && byPublicAddress(estate).get(gatewayIpAddress.text);
}
