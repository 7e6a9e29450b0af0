import { vpnGatewayAbout } from "../../azure/gateways.ts";
import { defaultVpnGatewayAsn } from "../../azure/vpn-gateway-bgp.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { findEnd } from "../../model/find-end.ts";
import { notesOnNat } from "./nat-notes.ts";
import { usesBgp } from "./settings.ts";

/** How the two sides learn each other's ranges. */
export function notesOnSiteToSite(wish: Wish): readonly Reason[] {
  const site = findEnd(wish, "site")?.site;
  if (!site) return [];
  if (!usesBgp(wish)) {
    return [
      ...notesOnNat(wish),
      {
        text: `Without BGP the ranges of ${site.name} are written into Azure: where they change, deploy again.`,
        source: vpnGatewayAbout.source,
      },
    ];
  }
  const silent = site.vpnDevices.filter(({ bgpPeeringAddress }) => bgpPeeringAddress === undefined);
  return [
    ...notesOnNat(wish),
    {
      text: `BGP tells each side the other's ranges.${silent.length === 0 ? "" : ` The BGP address of ${silent.map(({ publicIp }) => publicIp).join(" and ")} is asked for at deployment.`}`,
      source: defaultVpnGatewayAsn.source,
    },
  ];
}
