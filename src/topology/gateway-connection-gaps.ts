import type { EstateIndex } from "../model/estate-index.ts";
import type { GatewayConnection } from "../model/gateway-connection.ts";
import { findLocalNetworkGateway } from "../model/local-network-gateway.ts";
import { booleanOf, propertyOf } from "../model/properties.ts";
import type { Gap } from "../model/topology.ts";
import { isList, isUnknown } from "../model/unknown.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { waysOfNetwork } from "./express-route-ways.ts";
import { assumed, notModelled } from "./gap.ts";
import { announcedPrefixes } from "./gateway-announced.ts";
import { findStandingGateway, type StandingGateway } from "./gateway-instances.ts";
import { gapsOfNatRules, translationsOf } from "./nat-rules.ts";
import { isWhollyTranslated } from "./vpn-translated-networks.ts";

/** What of a connection is not known, or is not followed. */
export function* gapsOfConnection(
  connection: GatewayConnection,
  isFollowed: boolean,
  estate: EstateIndex,
): Iterable<Gap> {
  const { resource, name, enableBgp, connectionType, virtualNetworkGateway1 } = connection;
  if (!isFollowed) {
    yield notModelled(resource, whyNotFollowed(connection, estate));
    return;
  }
  const weight = propertyOf(resource, "routingWeight");
  if (isUnknown(weight))
    yield notModelled(resource, `the routing weight of ${name} is not known: ${weight.because}`);
  if (connectionType === "ExpressRoute") return;

  const gateway = findStandingGateway(virtualNetworkGateway1, estate);
  if (enableBgp === undefined)
    yield assumed(resource, `nobody says whether ${name} uses BGP; it is taken not to`);
  if (selectsTraffic(connection))
    yield notModelled(
      resource,
      `${name} has traffic selectors: which ranges its tunnels carry is not followed`,
    );
  if (connectionType === "Vnet2Vnet") yield* betweenNetworks(connection, gateway, estate);
  else yield* toSite(connection, gateway, estate);
}

function selectsTraffic({ resource }: GatewayConnection): boolean {
  const policies = propertyOf(resource, "trafficSelectorPolicies");
  return (
    booleanOf(propertyOf(resource, "usePolicyBasedTrafficSelectors")) === true ||
    (isList(policies) && policies.length > 0)
  );
}

function* toSite(
  connection: GatewayConnection,
  gateway: StandingGateway | undefined,
  estate: EstateIndex,
): Iterable<Gap> {
  const { resource, name, enableBgp } = connection;
  const local = findLocalNetworkGateway(connection.localNetworkGateway2, estate);
  if (enableBgp && local?.asn === undefined)
    yield notModelled(resource, `${name} uses BGP, and the ASN of the far side is not known`);
  const prefixes = local && unknownAt(local.resource, "localNetworkAddressSpace", "addressPrefixes");
  if (prefixes && local)
    yield notModelled(local.resource, `the ranges behind ${local.name} are not known: ${prefixes.because}`);
  yield* gapsOfNatRules(resource, estate);
  if (!gateway) return;

  const { ofNetwork } = translationsOf(resource, 0, estate);
  const announced = announcedPrefixes(gateway.networkKey, estate);
  if (enableBgp && ofNetwork.length > 0 && !isWhollyTranslated(announced, ofNetwork))
    yield assumed(resource, `${name} translates a part of the network alone: the far side is told both`);
  const isPrivate = booleanOf(propertyOf(resource, "useLocalAzureIpAddress")) === true;
  if (isPrivate && waysOfNetwork(gateway.networkKey, estate).length === 0)
    yield notModelled(resource, `the private path below ${name} is not in the estate: it is taken to be up`);
}

function* betweenNetworks(
  connection: GatewayConnection,
  gateway: StandingGateway | undefined,
  estate: EstateIndex,
): Iterable<Gap> {
  const { resource, name, enableBgp, virtualNetworkGateway2 } = connection;
  const far = findStandingGateway(virtualNetworkGateway2, estate);
  if (enableBgp && gateway && gateway.asn === far?.asn)
    yield notModelled(
      resource,
      `both gateways of ${name} have the ASN ${gateway.asn}: no BGP runs between them`,
    );
  if (far?.resource.existing)
    yield assumed(resource, `what is behind ${far.name} is known from what refers to it alone`);
}

function whyNotFollowed(connection: GatewayConnection, estate: EstateIndex): string {
  const { name, connectionType, virtualNetworkGateway1, virtualNetworkGateway2, localNetworkGateway2 } =
    connection;
  const near = findStandingGateway(virtualNetworkGateway1, estate);
  if (!near) return `the gateway that ${name} begins at, or its network, is not in the estate`;
  switch (connectionType) {
    case "IPsec":
      return findLocalNetworkGateway(localNetworkGateway2, estate)
        ? `${name} is a tunnel of a gateway that makes none`
        : `the local network gateway of ${name} is not in the estate`;
    case "Vnet2Vnet":
      return findStandingGateway(virtualNetworkGateway2, estate)
        ? `${name} leads back to its own gateway`
        : `the gateway at the far end of ${name}, or its network, is not in the estate`;
    case "ExpressRoute":
      return `the circuit of ${name} is not in the estate`;
    case undefined:
      return `nobody says what kind of connection ${name} is`;
  }
  return `${name} is a connection of the type ${connectionType}, which is not followed`;
}
