import type { VpnDeviceTunnel } from "../model/estate.ts";
import { DEFAULT_LOCAL_PREFERENCE } from "./gateway-policies.ts";

/**
 * How a site's routers weigh one way to Azure against another: its circuits before its tunnels where nobody says
 * otherwise, and before both the tunnels that somebody gave more than the preference that every route has.
 */
export const siteWeights = { tunnels: 0, circuits: 1, preferredTunnels: 2 } as const;

export function weightOfTunnel(terms: VpnDeviceTunnel | undefined): number {
  const { localPreference = DEFAULT_LOCAL_PREFERENCE } = terms ?? {};
  return localPreference > DEFAULT_LOCAL_PREFERENCE ? siteWeights.preferredTunnels : siteWeights.tunnels;
}
