import { formatPrefix, hostPrefix, parseAddress, split } from "../ip/index.ts";
import type { VpnDeviceTunnel } from "../model/estate.ts";
import { flagOf } from "../model/flag-of.ts";
import { GATEWAY_CONNECTION } from "../model/gateway-connection.ts";
import type { SiteIntent, VpnDeviceIntent } from "../model/intent.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Decided } from "./decide.ts";
import { placeOf } from "./place-of.ts";

/** What the circuits of a site carry besides tunnels: nothing, or other connections in the clear. */
export type CircuitsCarry = "tunnelsAlone" | "tunnelsAndOthers";

/** By the site's name; sites without tunnels over their circuits are not in it. A connection uses all circuits of its site. */
export function circuitsWithTunnels(decided: readonly Decided[]): ReadonlyMap<string, CircuitsCarry> {
  const overCircuits = decided.filter(({ wish, kind }) => kind?.outsideRoutes?.(wish).medium === "circuit");
  const inTheClear = new Set(
    overCircuits.filter(({ tunnels }) => tunnels === undefined).flatMap((one) => siteOf(one) ?? []),
  );
  return new Map(
    overCircuits
      .filter(({ tunnels }) => tunnels !== undefined)
      .flatMap((one) => siteOf(one) ?? [])
      .map((site) => [site, inTheClear.has(site) ? "tunnelsAndOthers" : "tunnelsAlone"]),
  );
}

function siteOf({ wish }: Decided): string | undefined {
  return wish.ends.find(({ type }) => type === "site")?.name;
}

/** Where its tunnels end, as far as that is known: all that Azure must hear of the site over a circuit that carries them alone. */
export function tunnelEndsOf({ vpnDevices }: SiteIntent): readonly string[] {
  return vpnDevices.flatMap(({ privateIp }) => {
    const address = parseAddress(privateIp ?? "");
    return address ? [formatPrefix(hostPrefix(address))] : [];
  });
}

/** Above the preference of what nobody gave one. */
const PREFERRED = 200;

/** What a device is to do in its tunnels over a circuit, so that what they are for goes through them both ways. */
export function privateTunnelsOf(
  device: VpnDeviceIntent,
  site: SiteIntent,
  carry: CircuitsCarry,
  resources: ReadonlyMap<string, Resource>,
): readonly VpnDeviceTunnel[] {
  return [...resources.values()]
    .filter((resource) => isPrivateTunnelTo(device, resource, resources))
    .map(({ id, origin }) => ({
      gatewayConnection: keyOf(id),
      ...(carry === "tunnelsAlone" ? {} : { advertises: longerPrefixes(site) }),
      localPreference: PREFERRED,
      origin,
    }));
}

function isPrivateTunnelTo(
  device: VpnDeviceIntent,
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
): boolean {
  if (resource.type !== GATEWAY_CONNECTION || flagOf(resource, "useLocalAzureIpAddress") !== true)
    return false;

  const local = referenceOf(resource, "localNetworkGateway2");
  const end = isReference(local) ? resources.get(keyOf(local.id)) : undefined;
  return end !== undefined && placeOf(end.origin) === placeOf(device.origin);
}

/** Azure takes the longer prefix, and of equal ones the circuit's. */
function longerPrefixes({ addressSpace }: SiteIntent): readonly string[] {
  return addressSpace.flatMap(({ prefix }) => {
    const longer = [...split(prefix, prefix.length + 1)];
    return (longer.length === 0 ? [prefix] : longer).map(formatPrefix);
  });
}
