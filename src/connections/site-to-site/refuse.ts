import { vpnGatewayAbout } from "../../azure/gateways.ts";
import { defaultVpnGatewayAsn } from "../../azure/vpn-gateway-bgp.ts";
import { contains } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import type { SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";
import { refuseTranslated } from "./refuse-translated.ts";

/** No device to end a tunnel at; addresses of the site inside the network's; several tunnels and no BGP. */
export function refuseSiteToSite(wish: Wish): Refusal | undefined {
  const network = findEnd(wish, "virtualNetwork")?.network;
  const site = findEnd(wish, "site")?.site;
  if (!network || !site) return undefined;
  return (
    refuseWithoutDevice(site) ??
    (site.nat ? refuseTranslated(wish, network, site) : refuseOverlap(network, site)) ??
    refuseWithoutBgp(site)
  );
}

function refuseWithoutDevice({ name, vpnDevices, origin }: SiteIntent): Refusal | undefined {
  if (vpnDevices.length > 0) return undefined;
  return {
    because: `${name} has no VPN device at which a tunnel could end.`,
    source: vpnGatewayAbout.source,
    waysOut: [`Give ${name} vpnDevices, each with its publicIp.`],
    origin,
  };
}

/** A site's range that contains the network's is no obstacle: the network's own, more exact route wins. */
function refuseOverlap(network: VirtualNetworkIntent, site: SiteIntent): Refusal | undefined {
  for (const range of network.addressSpace) {
    const inner = site.addressSpace.find(({ prefix }) => contains(range.prefix, prefix));
    if (!inner) continue;

    const isFixed = network.existing !== undefined;
    return {
      because:
        inner.text === range.text
          ? `${network.name} and ${site.name} both use ${range.text}: packets for ${site.name} never leave ${network.name}.`
          : `${site.name} (${inner.text}) lies inside ${network.name} (${range.text}): packets for ${site.name} never leave ${network.name}.`,
      source: vpnGatewayAbout.source,
      waysOut: [
        `Give ${isFixed ? site.name : network.name} another range.`,
        inner.text === range.text
          ? "Translate both sides with NAT rules, and build this connection by hand."
          : `Write nat: planned at ${site.name}, where every subnet of ${network.name} has a range outside ${inner.text}.`,
      ],
      origin: isFixed ? inner.origin : range.origin,
    };
  }
  return undefined;
}

function refuseWithoutBgp({ name, vpnDevices }: SiteIntent): Refusal | undefined {
  const without = vpnDevices.find(({ asn }) => asn === undefined);
  if (vpnDevices.length < 2 || !without) return undefined;
  return {
    because: `${name} has ${vpnDevices.length} VPN devices and ${without.publicIp} has no asn: several tunnels to one site need BGP on all of them.`,
    source: defaultVpnGatewayAsn.source,
    waysOut: ["Give each device its asn.", "Name one device only."],
    origin: originWithin(without.origin, "asn"),
  };
}
