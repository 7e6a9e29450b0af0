import { formatPrefix } from "../../ip/index.ts";
import type { DevicePlan, DeviceSession, DeviceTunnel } from "./device-plan.ts";

/** A tunnel that BGP is spoken over. */
export type SpeakingTunnel = Omit<DeviceTunnel, "bgp"> & { readonly bgp: DeviceSession };

export function speakingTunnels({ tunnels }: DevicePlan): readonly SpeakingTunnel[] {
  return tunnels.flatMap(({ bgp, ...tunnel }) => (bgp ? [{ ...tunnel, bgp }] : []));
}

/** What FRR and IOS XE both call prefix lists and route maps, in one wording. */
export function policyLines({ bgp, ...tunnel }: SpeakingTunnel, { prefixes }: DevicePlan): readonly string[] {
  const name = tunnel.interface;
  return [
    ...bgp.advertises.map(
      (prefix, index) => `ip prefix-list to-${name} seq ${(index + 1) * 5} permit ${prefix}`,
    ),
    ...(bgp.advertises.length === 0 ? [`ip prefix-list to-${name} seq 5 deny 0.0.0.0/0 le 32`] : []),
    ...prefixes.map(
      (prefix, index) =>
        `ip prefix-list from-${name} seq ${(index + 1) * 5} deny ${formatPrefix(prefix)}${orLonger(prefix.length)}`,
    ),
    `ip prefix-list from-${name} seq ${(prefixes.length + 1) * 5} permit 0.0.0.0/0 le 32`,
    `route-map to-${name} permit 10`,
    ` match ip address prefix-list to-${name}`,
    ...(bgp.prepend === 0 ? [] : [` set as-path prepend ${Array(bgp.prepend).fill(bgp.localAsn).join(" ")}`]),
    `route-map from-${name} permit 10`,
    ` match ip address prefix-list from-${name}`,
    ...(bgp.onlyAsPath === undefined ? [] : [` match as-path ${asPathList(tunnel)}`]),
    ...(bgp.localPreference === undefined ? [] : [` set local-preference ${bgp.localPreference}`]),
  ];
}

/** IOS XE has numbers for them alone, and FRR takes numbers for names. */
export function asPathList({ number }: Pick<DeviceTunnel, "number">): number {
  return number + 1;
}

function orLonger(length: number): string {
  return length === 32 ? "" : " le 32";
}
