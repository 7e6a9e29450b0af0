import { natRuleMode, natWithBgp } from "../../azure/nat.ts";
import { apipaRange } from "../../azure/vpn-gateway-bgp.ts";
import { contains, containsAddress, overlaps, parseAddress, parsePrefix } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";
import { usesBgp } from "./settings.ts";

/** NAT rules give the site other addresses; those of the network stay as they are, on both sides. */
export function refuseTranslated(
  wish: Wish,
  network: VirtualNetworkIntent,
  site: SiteIntent,
): Refusal | undefined {
  const isBgp = usesBgp(wish);
  for (const range of network.addressSpace) {
    const refusal = refuseExternal(range, network, site) ?? refuseInternal(range, network, site, isBgp);
    if (refusal) return refusal;
  }
  return isBgp ? refuseApipa(site) : undefined;
}

function refuseExternal(
  range: ValidRange,
  network: VirtualNetworkIntent,
  { name, nat }: SiteIntent,
): Refusal | undefined {
  const external = nat?.addressSpace?.find(({ prefix }) => overlaps(prefix, range.prefix));
  if (!external) return undefined;
  return {
    because: `${name} is translated to ${external.text}, which overlaps ${range.text} of ${network.name}: packets for ${name} never leave ${network.name}.`,
    source: natRuleMode.source,
    waysOut: [`Give ${name} another range in nat, or write nat: planned.`],
    origin: external.origin,
  };
}

/** What a site has itself it looks for at home: no packet for these addresses of the network reaches the tunnel. */
function refuseInternal(
  range: ValidRange,
  network: VirtualNetworkIntent,
  { name, addressSpace }: SiteIntent,
  isBgp: boolean,
): Refusal | undefined {
  const inner = addressSpace.find(({ prefix }) => contains(range.prefix, prefix));
  if (!inner || (range.prefix.length < inner.prefix.length && areClear(network, inner, isBgp)))
    return undefined;

  const isFixed = network.existing !== undefined;
  const because = `${name} has ${inner.text} itself, and so sends nothing for it to ${network.name} (${range.text}): nat gives ${name} other addresses in Azure, and Isthmus cannot plan rules that give ${network.name} others at ${name}.`;
  return {
    because,
    source: natRuleMode.source,
    waysOut: [
      `Give ${isFixed ? name : network.name} another range.`,
      ...(range.prefix.length < inner.prefix.length
        ? [
            `Give every subnet of ${network.name}${isBgp ? ", GatewaySubnet too," : ""} a range outside ${inner.text}.`,
          ]
        : []),
      `Add rules of the mode ${natRuleMode.value.azure} by hand.`,
    ],
    origin: isFixed ? inner.origin : range.origin,
  };
}

/** Every subnet is fixed, and none is at addresses that the site has too; with BGP the gateway's as well. */
function areClear({ subnets }: VirtualNetworkIntent, inner: ValidRange, isBgp: boolean): boolean {
  const areFixed = subnets.every(
    ({ addressPrefixes }) =>
      addressPrefixes.length > 0 && addressPrefixes.every(({ prefix }) => !overlaps(prefix, inner.prefix)),
  );
  const hasGateway = subnets.some(({ name }) => name === "GatewaySubnet");
  return subnets.length > 0 && areFixed && (hasGateway || !isBgp);
}

function isApipa(text: string): boolean {
  const [address, range] = [parseAddress(text), parsePrefix(apipaRange.value)];
  return address !== undefined && range !== undefined && containsAddress(range, address);
}

function refuseApipa({ name, vpnDevices }: SiteIntent): Refusal | undefined {
  const device = vpnDevices.find(
    ({ bgpPeeringAddress }) => bgpPeeringAddress !== undefined && isApipa(bgpPeeringAddress),
  );
  if (!device) return undefined;
  return {
    because: `${device.publicIp} of ${name} speaks BGP from ${device.bgpPeeringAddress}, an APIPA address, and Azure translates nothing with such a peer.`,
    source: natWithBgp.source,
    waysOut: ["Give the device another bgpPeeringAddress.", "Turn BGP off by settings: { bgp: false }."],
    origin: originWithin(device.origin, "bgpPeeringAddress"),
  };
}
