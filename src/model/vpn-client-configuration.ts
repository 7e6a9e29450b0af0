import { vpnClientProtocolNamed } from "../azure/point-to-site-protocols.ts";
import { overlaps, parsePrefix } from "../ip/index.ts";
import { type AddressRange, isValid, readRanges } from "./address-range.ts";
import type { P2sUsers } from "./estate.ts";
import type { EstateIndex } from "./estate-index.ts";
import { booleanOf, propertyOf, textsOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isList, isUnknown } from "./unknown.ts";
import { allVirtualNetworkGateways, type VirtualNetworkGateway } from "./virtual-network-gateway.ts";

const POOL = ["vpnClientConfiguration", "vpnClientAddressPool", "addressPrefixes"];

/** What a gateway says of the devices that dial in. Azure shows it on every VPN gateway: only a pool means it. */
export interface VpnClientConfiguration {
  readonly gateway: VirtualNetworkGateway;
  readonly resource: Resource;
  readonly name: string;
  readonly addressPool: readonly AddressRange[];
  /** In ARM's spelling; `undefined` where nobody says, or a part is unknown. */
  readonly protocols: readonly string[] | undefined;
  /** `Certificate`, `Radius`, `AAD`; from the settings where the list of types is not there. */
  readonly authenticationTypes: readonly string[] | undefined;
  readonly activeActive: boolean | undefined;
}

const known = new WeakMap<EstateIndex, readonly VpnClientConfiguration[]>();

/** Of the gateways that have a pool. */
export function allVpnClientConfigurations(estate: EstateIndex): readonly VpnClientConfiguration[] {
  const configurations =
    known.get(estate) ??
    allVirtualNetworkGateways(estate)
      .filter(({ gatewayType }) => gatewayType !== "ExpressRoute")
      .map(readConfiguration)
      .filter(({ addressPool }) => addressPool.length > 0);
  known.set(estate, configurations);
  return configurations;
}

/** Those who say a range of the pool, and where there is one pool alone, those who say none. */
export function usersOf(configuration: VpnClientConfiguration, estate: EstateIndex): readonly P2sUsers[] {
  const isOnly = allVpnClientConfigurations(estate).length === 1;
  const pool = configuration.addressPool.filter(isValid).map(({ prefix }) => prefix);
  return estate.estate.p2sUsers.filter(({ vpnClientAddressPool }) => {
    if (vpnClientAddressPool.length === 0) return isOnly;
    return vpnClientAddressPool.some((text) => {
      const prefix = parsePrefix(text);
      return prefix !== undefined && pool.some((range) => overlaps(range, prefix));
    });
  });
}

export function concurrentUsers(users: readonly P2sUsers[]): number {
  let count = 0;
  for (const { maxConcurrent } of users) count += maxConcurrent;
  return count;
}

function readConfiguration(gateway: VirtualNetworkGateway): VpnClientConfiguration {
  const { resource, name } = gateway;
  return {
    gateway,
    resource,
    name,
    addressPool: readRanges(resource, POOL, propertyOf(resource, ...POOL)),
    protocols: protocolsOf(resource),
    authenticationTypes: authenticationTypesOf(resource),
    activeActive: booleanOf(propertyOf(resource, "activeActive")),
  };
}

function protocolsOf(resource: Resource): readonly string[] | undefined {
  const value = propertyOf(resource, "vpnClientConfiguration", "vpnClientProtocols");
  if (!isList(value) || value.length === 0 || value.some((item) => typeof item !== "string"))
    return undefined;

  return textsOf(value).map((name) => vpnClientProtocolNamed(name) ?? name);
}

function authenticationTypesOf(resource: Resource): readonly string[] | undefined {
  const types = propertyOf(resource, "vpnClientConfiguration", "vpnAuthenticationTypes");
  if (types !== undefined) {
    const isKnown = isList(types) && types.length > 0 && types.every((item) => typeof item === "string");
    return isKnown ? textsOf(types) : undefined;
  }
  const settings = configuredAuthentication(resource);
  return settings && settings.length > 0 ? settings : undefined;
}

/** For which authentication there are settings, whatever the list of types says; `undefined` where one is unknown. */
export function configuredAuthentication(resource: Resource): readonly string[] | undefined {
  const of = (key: string) => propertyOf(resource, "vpnClientConfiguration", key);
  const values = {
    Certificate: of("vpnClientRootCertificates"),
    Radius: of("radiusServerAddress") ?? of("radiusServers"),
    AAD: of("aadTenant"),
  };
  if (isUnknown(propertyOf(resource, "vpnClientConfiguration"))) return undefined;
  if (Object.values(values).some(isUnknown)) return undefined;

  return Object.entries(values)
    .filter(([, value]) =>
      isList(value) ? value.length > 0 : value !== undefined && value !== null && value !== "",
    )
    .map(([type]) => type);
}
