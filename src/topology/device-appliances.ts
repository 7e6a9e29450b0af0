import type { Address } from "../ip/index.ts";
import type { Appliance, Site, VpnDevice } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allNetworkInterfaces, type NetworkInterface } from "../model/network-interface.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { NodeId } from "../model/topology.ts";
import { perEstate } from "./per-estate.ts";

/** A network interface that plays a site's VPN device: one node, which speaks for both and has the device's id. */
export interface DeviceAppliance {
  readonly node: NodeId;
  readonly site: Site;
  readonly device: VpnDevice;
  readonly appliance: Appliance;
  readonly resource: Resource;
  readonly subnetId: string;
  readonly addresses: readonly Address[];
}

/** Whether the interface is no node of its own, because it is the device of a site. */
export function isDeviceAppliance(networkInterface: Resource, estate: EstateIndex): boolean {
  return deviceApplianceAt(keyOf(networkInterface.id), estate) !== undefined;
}

export function deviceApplianceAt(
  networkInterface: ResourceId,
  estate: EstateIndex,
): DeviceAppliance | undefined {
  return all(estate).get(networkInterface);
}

export function deviceApplianceOf(device: VpnDevice, estate: EstateIndex): DeviceAppliance | undefined {
  return byDevice(estate).get(device);
}

export function siteNodeId(site: string): NodeId {
  return `site/${site.toLowerCase()}`;
}

export function deviceNodeId(site: NodeId, device: string): NodeId {
  return `${site}/${device.toLowerCase()}`;
}

const all = perEstate((estate): ReadonlyMap<ResourceId, DeviceAppliance> => {
  const { sites, appliances } = estate.estate;
  const byName = new Map(appliances.map((appliance) => [appliance.name.toLowerCase(), appliance]));
  if (byName.size === 0) return new Map();

  const interfaces = new Map(allNetworkInterfaces(estate).map((one) => [keyOf(one.resource.id), one]));
  const found = new Map<ResourceId, DeviceAppliance>();
  for (const site of sites) {
    for (const device of site.vpnDevices) {
      const appliance = byName.get(device.appliance?.toLowerCase() ?? "");
      const networkInterface = appliance && interfaces.get(keyOf(appliance.resource));
      const played = networkInterface && standsAs(site, device, appliance, networkInterface);
      if (played) found.set(keyOf(played.resource.id), played);
    }
  }
  return found;
});

const byDevice = perEstate(
  (estate) => new Map([...all(estate).values()].map((played) => [played.device, played])),
);

function standsAs(
  site: Site,
  device: VpnDevice,
  appliance: Appliance,
  { resource, ipConfigurations }: NetworkInterface,
): DeviceAppliance | undefined {
  const subnetId = ipConfigurations.find((one) => one.subnetId !== undefined)?.subnetId;
  if (subnetId === undefined) return undefined;

  return {
    node: deviceNodeId(siteNodeId(site.name), device.name),
    site,
    device,
    appliance,
    resource,
    subnetId,
    addresses: ipConfigurations.flatMap(({ privateIPAddress }) => privateIPAddress?.address ?? []),
  };
}
