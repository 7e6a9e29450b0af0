import { formatAddress, parseAddress, translate } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { idBeside } from "../../model/id-beside.ts";
import { LOCAL_NETWORK_GATEWAY } from "../../model/local-network-gateway.ts";
import type { Part, Resource } from "../../model/resource.ts";
import type { Value } from "../../model/unknown.ts";
import { originWithin } from "../../source/origin.ts";
import { usesBgp } from "./settings.ts";
import { locationOf, type Tunnel } from "./tunnel.ts";

/** With BGP the device tells its ranges itself, and a static one beside it would outlive what it tells. */
export function buildLocalNetworkGateway(wish: Wish, tunnel: Tunnel): Resource {
  const { name, site, device, host } = tunnel;
  const isBgp = usesBgp(wish);
  return {
    id: idBeside(host.id, LOCAL_NETWORK_GATEWAY, name),
    type: LOCAL_NETWORK_GATEWAY,
    name,
    location: locationOf(tunnel),
    properties: {
      gatewayIpAddress: farEndOf(tunnel),
      localNetworkAddressSpace: { addressPrefixes: isBgp ? [] : site.addressSpace.map(({ text }) => text) },
      ...(isBgp && device.asn !== undefined
        ? { bgpSettings: { asn: device.asn, bgpPeeringAddress: peerOf(tunnel) } }
        : {}),
    },
    origin: device.origin,
    parts: partsOf(tunnel),
  };
}

function farEndOf({ site, device, way }: Tunnel): Value {
  if (way === "internet") return device.publicIp;
  return (
    device.privateIp ?? {
      kind: "unknown",
      because: `the private address at which ${device.publicIp} of ${site.name} ends tunnels over the circuit`,
      origin: device.origin,
    }
  );
}

/** Azure takes no BGP without it, and only those who run the device know it. NAT rules translate it as any other. */
function peerOf({ site, device, natRanges, natRules }: Tunnel): Value {
  const { bgpPeeringAddress: own, publicIp, origin } = device;
  if (own !== undefined) return translatedIn(own, site.addressSpace, natRanges) ?? own;

  const translated = natRules.length > 0 ? ", as the NAT rules translate it," : "";
  return {
    kind: "unknown",
    because: `the address from which ${publicIp} of ${site.name} speaks BGP${translated} is not given`,
    origin,
  };
}

function translatedIn(
  text: string,
  internal: readonly ValidRange[],
  external: Tunnel["natRanges"],
): string | undefined {
  const address = parseAddress(text);
  for (const [index, { prefix }] of internal.entries()) {
    const to = external[index];
    const found = address && to ? translate(address, prefix, to) : undefined;
    if (found) return formatAddress(found);
  }
  return undefined;
}

function partsOf({ site, device, way }: Tunnel): readonly Part[] {
  const within = (property: string) => originWithin(device.origin, property);
  return [
    ...site.addressSpace.map(
      (range, index): Part => ({
        at: ["properties", "localNetworkAddressSpace", "addressPrefixes", index],
        origin: range.origin,
      }),
    ),
    { at: ["properties", "bgpSettings", "bgpPeeringAddress"], origin: within("bgpPeeringAddress") },
    { at: ["properties", "bgpSettings", "asn"], origin: within("asn") },
    {
      at: ["properties", "localNetworkAddressSpace"],
      origin: originWithin(site.origin, "addressSpace"),
    },
    { at: ["properties", "gatewayIpAddress"], origin: within(way === "internet" ? "publicIp" : "privateIp") },
  ];
}
