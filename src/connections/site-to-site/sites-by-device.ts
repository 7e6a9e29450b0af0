import { formatAddress, parseAddress } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { GatewayConnection } from "../../model/gateway-connection.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Origin } from "../../source/origin.ts";

export interface SitesByDevice {
  /** The name of the site whose device ends this tunnel; `undefined` where the estate tells of none. */
  siteOf(tunnel: GatewayConnection): string | undefined;
}

export function sitesByDevice(estate: EstateIndex): SitesByDevice {
  const byTunnel = new Map<string, string>();
  const byAddress = new Map<string, string>();
  const byOrigin = new Map<string, string>();
  for (const { name, vpnDevices } of estate.estate.sites) {
    for (const { publicIpAddress, privateIpAddress, tunnels, origin } of vpnDevices) {
      if (origin.path.length > 0) byOrigin.set(placeOf(origin), name);
      if (privateIpAddress !== undefined) byAddress.set(spelling(privateIpAddress), name);
      for (const { gatewayConnection } of tunnels) byTunnel.set(keyOf(gatewayConnection), name);
      if (typeof publicIpAddress === "string") byAddress.set(spelling(publicIpAddress), name);
    }
  }
  return {
    siteOf({ resource, localNetworkGateway2 }) {
      const named = byTunnel.get(keyOf(resource.id));
      const local = findLocalNetworkGateway(localNetworkGateway2, estate);
      const address = local?.gatewayIpAddress?.text;
      if (named !== undefined || address !== undefined)
        return named ?? byAddress.get(spelling(address ?? ""));
      return local && byOrigin.get(placeOf(local.resource.origin));
    },
  };
}

/** What was planned of a device has its place in the file, also where its address is not known yet. */
function placeOf({ file, path }: Origin): string {
  return [file, ...path].join("\n");
}

function spelling(address: string): string {
  const parsed = parseAddress(address);
  return parsed ? formatAddress(parsed) : address;
}
