import { formatAddress, parseAddress } from "../ip/index.ts";
import type { VpnDevice } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { LocalNetworkGateway } from "../model/local-network-gateway.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Origin } from "../source/origin.ts";

/** The device of a site that ends this connection; `undefined` where the estate tells of none. */
export type DeviceFinder = (connection: string, local: LocalNetworkGateway) => VpnDevice | undefined;

/** By the tunnel that a device names, by its address, or by the place in the file that both were planned from. */
export function deviceFinder({ estate }: EstateIndex): DeviceFinder {
  const byTunnel = new Map<string, VpnDevice>();
  const byAddress = new Map<string, VpnDevice>();
  const byOrigin = new Map<string, VpnDevice>();
  for (const device of estate.sites.flatMap(({ vpnDevices }) => vpnDevices)) {
    const { publicIpAddress, privateIpAddress, tunnels, origin } = device;
    if (origin.path.length > 0) byOrigin.set(placeOf(origin), device);
    for (const { gatewayConnection } of tunnels) byTunnel.set(keyOf(gatewayConnection), device);
    for (const address of [privateIpAddress, publicIpAddress])
      if (typeof address === "string") byAddress.set(spelling(address), device);
  }
  return (connection, { gatewayIpAddress, resource }) => {
    const named = byTunnel.get(keyOf(connection));
    if (named) return named;
    return gatewayIpAddress
      ? byAddress.get(spelling(gatewayIpAddress.text))
      : byOrigin.get(placeOf(resource.origin));
  };
}

function placeOf({ file, path }: Origin): string {
  return [file, ...path].join("\n");
}

function spelling(address: string): string {
  const parsed = parseAddress(address);
  return parsed ? formatAddress(parsed) : address;
}
