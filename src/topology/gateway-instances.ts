import { routeServerBgp } from "../azure/route-server.ts";
import { defaultVpnGatewayAsn } from "../azure/vpn-gateway-bgp.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, textsOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LayerId, NodeId, TableId } from "../model/topology.ts";
import { isList, type Value } from "../model/unknown.ts";
import {
  allVirtualNetworkGateways,
  type GatewayType,
  type VirtualNetworkGateway,
} from "../model/virtual-network-gateway.ts";
import { observedTexts } from "./gateway-observations.ts";
import { groupBy } from "./group-by.ts";
import { perEstate } from "./per-estate.ts";

/** One of the machines that a gateway is. Addresses are absent where Azure chooses them and nobody has looked. */
export interface GatewayInstance {
  readonly node: NodeId;
  readonly index: number;
  readonly table: TableId;
  readonly learned: LayerId;
  readonly bgpAddress?: string;
  readonly publicAddress?: string;
  /** Where tunnels over a circuit end. */
  readonly privateAddress?: string;
}

/** A gateway of which type and network are known. */
export interface StandingGateway {
  readonly key: ResourceId;
  readonly resource: Resource;
  readonly name: string;
  readonly gatewayType: GatewayType;
  readonly networkKey: ResourceId;
  readonly asn: number;
  readonly activeActive: boolean;
  readonly gateway: VirtualNetworkGateway;
  readonly instances: readonly GatewayInstance[];
}

const standing = perEstate(
  (estate): ReadonlyMap<ResourceId, StandingGateway> =>
    new Map(
      allVirtualNetworkGateways(estate)
        .flatMap((gateway) => standingGateway(gateway, estate) ?? [])
        .map((gateway) => [gateway.key, gateway]),
    ),
);

const byNetwork = perEstate((estate) => groupBy(standing(estate).values(), ({ networkKey }) => networkKey));

/** `undefined` where the estate does not hold it, or not where it stands. */
export function findStandingGateway(
  key: ResourceId | undefined,
  estate: EstateIndex,
): StandingGateway | undefined {
  return key === undefined ? undefined : standing(estate).get(keyOf(key));
}

export function standingGatewaysIn(
  networkKey: ResourceId,
  gatewayType: GatewayType,
  estate: EstateIndex,
): readonly StandingGateway[] {
  return (byNetwork(estate).get(networkKey) ?? []).filter((gateway) => gateway.gatewayType === gatewayType);
}

function standingGateway(gateway: VirtualNetworkGateway, estate: EstateIndex): StandingGateway | undefined {
  const { resource, name, gatewayType, networkKey } = gateway;
  if (gatewayType === undefined || networkKey === undefined) return undefined;

  const key = keyOf(resource.id);
  const activeActive = gatewayType === "Vpn" && gateway.activeActive === true;
  // An ExpressRoute gateway always runs two, and has the number of every gateway that nobody numbers.
  const indexes = gatewayType === "ExpressRoute" || activeActive ? [0, 1] : [0];
  return {
    key,
    resource,
    name,
    gatewayType,
    networkKey,
    asn:
      gatewayType === "ExpressRoute" ? routeServerBgp.value.asn : (gateway.asn ?? defaultVpnGatewayAsn.value),
    activeActive,
    gateway,
    instances: indexes.map((index) => instanceOf(resource, key, index, estate)),
  };
}

function instanceOf(
  resource: Resource,
  key: ResourceId,
  index: number,
  estate: EstateIndex,
): GatewayInstance {
  const node = `${key}#${index}`;
  const configuration = itemAt(propertyOf(resource, "ipConfigurations"), index);
  const bgpAddress =
    observedTexts(key, "bgpPeeringAddresses", estate)[index] ?? writtenBgpAddress(resource, index);
  const publicAddress = publicAddressOf(configuration, estate);
  const privateAddress =
    observedTexts(key, "privateIPAddresses", estate)[index] ??
    textOf(valueAt(configuration, ["properties", "privateIPAddress"]));
  return {
    node,
    index,
    table: `${node}/table`,
    learned: `${node}/learned`,
    ...(bgpAddress === undefined ? {} : { bgpAddress }),
    ...(publicAddress === undefined ? {} : { publicAddress }),
    ...(privateAddress === undefined ? {} : { privateAddress }),
  };
}

/** ARM has a list of them, and older versions one text with a comma between two. */
function writtenBgpAddress(resource: Resource, index: number): string | undefined {
  const listed = itemAt(propertyOf(resource, "bgpSettings", "bgpPeeringAddresses"), index);
  const [first] = textsOf(valueAt(listed, ["defaultBgpIpAddresses"]));
  const together = textOf(propertyOf(resource, "bgpSettings", "bgpPeeringAddress"));
  return first ?? together?.split(",")[index]?.trim();
}

function publicAddressOf(configuration: Value | undefined, estate: EstateIndex): string | undefined {
  const id = textOf(valueAt(configuration, ["properties", "publicIPAddress", "id"]));
  const address = id === undefined ? undefined : estate.find(id);
  return address && textOf(propertyOf(address, "ipAddress"));
}

function itemAt(value: Value | undefined, index: number): Value | undefined {
  return isList(value) ? value[index] : undefined;
}
