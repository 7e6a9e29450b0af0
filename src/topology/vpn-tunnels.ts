import { equals, hostPrefix, type Prefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { VpnDeviceTunnel } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { flagOf } from "../model/flag-of.ts";
import { allGatewayConnections, type GatewayConnection } from "../model/gateway-connection.ts";
import { findLocalNetworkGateway, type LocalNetworkGateway } from "../model/local-network-gateway.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LinkId, NodeId } from "../model/topology.ts";
import { farGateway } from "./far-gateway.ts";
import { findStandingGateway, type GatewayInstance, type StandingGateway } from "./gateway-instances.ts";
import { groupBy } from "./group-by.ts";
import { type Translations, translatedPrefix, translationsOf } from "./nat-rules.ts";
import { perEstate } from "./per-estate.ts";
import { type PlacedDevice, placedDevice } from "./site-places.ts";

/** From one instance of a VPN gateway to a device of a site. */
export interface SiteTunnel {
  readonly link: LinkId;
  readonly connection: GatewayConnection;
  readonly gateway: StandingGateway;
  readonly instance: GatewayInstance;
  readonly local: LocalNetworkGateway;
  readonly far: PlacedDevice;
  /** What the device does there; absent where nobody says. */
  readonly terms: VpnDeviceTunnel | undefined;
  /** The device has tunnels of this connection, and none to this instance. */
  readonly isMissing: boolean;
  readonly usesBgp: boolean;
  /** Between private addresses, over a circuit. */
  readonly isPrivate: boolean;
  readonly translations: Translations;
}

export const siteTunnels = perEstate((estate): readonly SiteTunnel[] =>
  allGatewayConnections(estate)
    .filter(
      (connection) => connection.connectionType === "IPsec" && farGateway(connection, estate) === undefined,
    )
    .flatMap((connection) => tunnelsOf(connection, estate)),
);

const byInstance = perEstate((estate) => groupBy(siteTunnels(estate), ({ instance }) => instance.node));
const byDevice = perEstate((estate) => groupBy(siteTunnels(estate), ({ far }) => far.device.node));

export function tunnelsOfInstance(node: NodeId, estate: EstateIndex): readonly SiteTunnel[] {
  return byInstance(estate).get(node) ?? [];
}

export function tunnelsOfDevice(node: NodeId, estate: EstateIndex): readonly SiteTunnel[] {
  return byDevice(estate).get(node) ?? [];
}

/** The ranges written down for the far side, as Azure sees them: without the address that it speaks BGP from. */
export function writtenPrefixes({ local, translations }: SiteTunnel): readonly Prefix[] {
  const peer = peerHostOf(local);
  return local.addressPrefixes
    .filter(isValid)
    .map(({ prefix }) => prefix)
    .filter((prefix) => !(peer && equals(prefix, peer)))
    .map((prefix) => translatedPrefix(prefix, translations.ofSite));
}

export function peerHostOf({ bgpPeeringAddress }: LocalNetworkGateway): Prefix | undefined {
  return bgpPeeringAddress?.address && hostPrefix(bgpPeeringAddress.address);
}

function tunnelsOf(connection: GatewayConnection, estate: EstateIndex): readonly SiteTunnel[] {
  const gateway = findStandingGateway(connection.virtualNetworkGateway1, estate);
  const local = findLocalNetworkGateway(connection.localNetworkGateway2, estate);
  const key = keyOf(connection.resource.id);
  const far = local && placedDevice(key, local, estate);
  if (gateway?.gatewayType !== "Vpn" || !local || !far) return [];

  const terms = (far.device.companion?.tunnels ?? []).filter(
    ({ gatewayConnection }) => keyOf(gatewayConnection) === key,
  );
  const isPrivate = flagOf(connection.resource, "useLocalAzureIpAddress") === true;
  return gateway.instances.map((instance) => {
    const own = terms.find((one) => one.instance === undefined || one.instance === instance.index);
    return {
      link: `${key}#${instance.index}`,
      connection,
      gateway,
      instance,
      local,
      far,
      terms: own,
      isMissing: terms.length > 0 && own === undefined,
      usesBgp: connection.enableBgp === true && local.asn !== undefined,
      isPrivate,
      translations: translationsOf(connection.resource, instance.index, estate),
    };
  });
}
