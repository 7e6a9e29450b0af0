import { formatPrefix } from "../ip/index.ts";
import type { AddressPlan } from "../model/address-plan.ts";
import type { PlannedParts } from "../model/connection-kind.ts";
import { type Estate, emptyEstate, type Site } from "../model/estate.ts";
import type { FacilityType, SizedFacility } from "../model/facility-type.ts";
import type { Intent, SiteIntent } from "../model/intent.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { buildNetworks, networkId } from "./build-networks.ts";
import { clientPoolsOf, withoutClientPools } from "./client-pools.ts";
import type { Decided } from "./decide.ts";
import type { GatewayPlan } from "./gateways/gateway-plan.ts";
import { facilityKey } from "./gateways/size-facilities.ts";
import { type NatRanges, natRangesOf, withoutNatRanges } from "./nat-ranges.ts";
import { type CircuitsCarry, circuitsWithTunnels, privateTunnelsOf } from "./private-tunnels.ts";
import { providerRoutersOf } from "./provider-routers.ts";
import { kindsOf } from "./with-backup.ts";

/** Networks first, then what is shared, then what each connection owns alone. */
export function buildEstate(
  intent: Intent,
  addresses: AddressPlan,
  gateways: GatewayPlan,
  facilityTypes: readonly FacilityType[],
  decided: readonly Decided[],
): Estate {
  const resources = new Map<string, Resource>();
  const add = (resource: Resource) => resources.set(keyOf(resource.id), resource);
  const networks = withoutNatRanges(withoutClientPools(addresses));
  for (const resource of buildNetworks(networks)) add(resource);

  const pools = clientPoolsOf(intent, addresses);
  const parts = plannedParts(intent, resources, gateways, natRangesOf(intent, networks));
  for (const sized of gateways.facilities) {
    const built = typeOf(sized, facilityTypes).build(sized, parts, gateways.facilities, pools);
    const [main] = built;
    if (main) parts.mains.set(facilityKey(sized.facility, sized.at), { sized, resource: main });
    for (const resource of built) add(resource);
  }
  for (const one of decided) {
    // Spokes of one hub share its connection to a site: the first of them builds it.
    for (const resource of kindsOf(one).flatMap((kind) => kind.build?.(one.wish, parts) ?? [])) {
      if (!resources.has(keyOf(resource.id))) add(resource);
    }
  }

  const carry = circuitsWithTunnels(decided);
  return {
    ...emptyEstate,
    resources,
    sites: intent.sites.map((site) => siteOf(site, carry.get(site.name), resources)),
    ...companions(intent, pools),
    providerRouters: providerRoutersOf(intent, resources.values(), carry),
  };
}

interface Parts extends PlannedParts {
  readonly mains: Map<string, { readonly sized: SizedFacility; readonly resource: Resource }>;
}

function plannedParts(
  intent: Intent,
  resources: ReadonlyMap<string, Resource>,
  gateways: GatewayPlan,
  natRanges: NatRanges,
): Parts {
  const ids = new Map(intent.virtualNetworks.map((network) => [network.name, keyOf(networkId(network))]));
  const mains: Parts["mains"] = new Map();
  return {
    mains,
    resourceOf: (name) => resources.get(ids.get(name) ?? "") ?? missing(`network ${name}`),
    hostOf: (network) => gateways.hosts.get(network) ?? network,
    natRangesOf: (site) => natRanges.get(site) ?? [],
    facilityOf: ({ facility, at }) =>
      mains.get(facilityKey(facility, at)) ?? missing(facilityKey(facility, at)),
  };
}

function typeOf(sized: SizedFacility, types: readonly FacilityType[]): FacilityType {
  return types.find(({ name }) => name === sized.facility) ?? missing(sized.facility);
}

function missing(what: string): never {
  throw new Error(`${what} was asked for before it was built`);
}

function siteOf(
  site: SiteIntent,
  carry: CircuitsCarry | undefined,
  resources: ReadonlyMap<string, Resource>,
): Site {
  const { name, description, addressSpace, roundTripMs, vpnDevices, origin } = site;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    addressPrefixes: addressSpace.map(({ prefix }) => formatPrefix(prefix)),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
    vpnDevices: vpnDevices.map((device, index) => ({
      name: `${name}-${index + 1}`,
      publicIpAddress: device.publicIp,
      ...(device.privateIp === undefined ? {} : { privateIpAddress: device.privateIp }),
      ...(device.asn === undefined ? {} : { asn: device.asn }),
      ...(device.bgpPeeringAddress === undefined ? {} : { bgpPeeringAddress: device.bgpPeeringAddress }),
      tunnels: carry === undefined ? [] : privateTunnelsOf(device, site, carry, resources),
      origin: device.origin,
    })),
    origin,
  };
}

/** What ARM cannot say of the world outside, but for its sites and routers. */
function companions(intent: Intent, pools: ReadonlyMap<string, readonly string[]>) {
  return {
    p2sUsers: intent.p2sUsers.map((users) => ({
      name: users.name,
      ...(users.description === undefined ? {} : { description: users.description }),
      count: users.count,
      maxConcurrent: users.maxConcurrent,
      os: users.os,
      ...(users.authentication === undefined ? {} : { authentication: users.authentication }),
      vpnClientAddressPool: pools.get(users.name) ?? [],
      localNetworks: users.localNetworks.map(({ prefix }) => formatPrefix(prefix)),
      origin: users.origin,
    })),
    coverage: {
      complete: intent.virtualNetworks
        .filter((network) => network.existing === undefined)
        .map((network) => keyOf(networkId(network))),
      absent: [],
      passedOver: [],
    },
  };
}
