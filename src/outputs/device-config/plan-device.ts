import { vpnGatewayBgpTimers } from "../../azure/vpn-gateway-bgp.ts";
import { formatPrefix, parseAddress, parsePrefix } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { flagOf } from "../../model/flag-of.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import type { Node, NodeId, Topology } from "../../model/topology.ts";
import { type SiteTunnel, tunnelsOfDevice } from "../../topology/vpn-tunnels.ts";
import type { DevicePlan, DeviceSession, DeviceTunnel, Placeholder, StaticRoute } from "./device-plan.ts";
import { groupFlag, plainName, showGateway } from "./plain-name.ts";
import { policyOf } from "./tunnel-policy.ts";

/** `undefined` where no tunnel ends at the device. */
export function planDevice(id: NodeId, topology: Topology, estate: EstateIndex): DevicePlan | undefined {
  const node = topology.nodes.get(id);
  const ends = tunnelsOfDevice(id, estate)
    .filter(({ isMissing }) => !isMissing)
    .toSorted((a, b) => (a.link < b.link ? -1 : 1));
  const [first] = ends;
  if (!node || !first) return undefined;

  const placeholders = new Map<string, string>();
  const ask: Ask = (text, how) => {
    placeholders.set(`<${text}>`, how);
    return `<${text}>`;
  };
  const names = new Set<string>();
  const tunnels = ends.map((end, number) => tunnelOf(end, number, names, ask));
  const { place, device } = first.far;
  return {
    site: plainName(place.name),
    name: plainName(device.name),
    asn: tunnels.find(({ bgp }) => bgp)?.bgp?.localAsn,
    routerId: addressIn(device.routerId),
    prefixes: place.prefixes.filter(({ family }) => family === 4),
    tunnels,
    staticRoutes: staticRoutes(node, ends, tunnels),
    notes: notesOn(ends, tunnels),
    placeholders: [...placeholders].map(([text, how]): Placeholder => ({ text, how })),
  };
}

/** What a pattern over AS paths is made of; anything else would be a word to the device. */
const AS_PATH = /^[\d .*+?()[\]|^$_-]+$/;

/** A placeholder, and where to get what it stands for. */
type Ask = (text: string, how: string) => string;

function tunnelOf(tunnel: SiteTunnel, number: number, names: Set<string>, ask: Ask): DeviceTunnel {
  const { connection, gateway, instance } = tunnel;
  const own = plainName(connection.name);
  const title = gateway.activeActive ? `${own}, instance ${instance.index}` : own;
  const mode = textOf(propertyOf(connection.resource, "connectionMode"))?.toLowerCase();
  const plain = title.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-instance-(\d)$/, "-$1");
  const name = names.has(plain) ? `${plain}-${number}` : plain;
  names.add(name);
  return {
    name,
    interface: `azure${number}`,
    number,
    link: tunnel.link,
    connection: own,
    title: `${title}, to ${plainName(gateway.name)}`,
    localAddress: localAddress(tunnel, ask),
    farAddress: farAddress(tunnel, ask),
    key: ask(
      `pre-shared key of connection ${own}`,
      `az network vpn-connection shared-key show --connection-name ${own}${groupFlag(connection.resource.id)}`,
    ),
    policy: policyOf(connection.resource),
    begins: mode !== "initiatoronly",
    bgp: tunnel.usesBgp ? sessionOf(tunnel, ask) : undefined,
  };
}

function localAddress({ local, far, isPrivate }: SiteTunnel, ask: Ask): string {
  const kind = isPrivate ? "private" : "public";
  return (
    addressIn(local.gatewayIpAddress?.text) ??
    ask(
      `${kind} address of ${plainName(far.device.name)}`,
      `the address that local network gateway ${plainName(local.name)} has`,
    )
  );
}

function farAddress({ gateway, instance, isPrivate }: SiteTunnel, ask: Ask): string {
  const { resource } = gateway;
  const name = plainName(gateway.name);
  const known = addressIn(isPrivate ? instance.privateAddress : instance.publicAddress);
  if (known !== undefined) return known;
  return isPrivate
    ? ask(
        `private address of ${name}, instance ${instance.index}`,
        `Azure chooses it: ${showGateway(name, resource.id)} --query "ipConfigurations[${instance.index}].privateIPAddress"`,
      )
    : ask(
        `public address of ${name}, instance ${instance.index}`,
        `Azure chooses it: ${showGateway(name, resource.id)} --query "bgpSettings.bgpPeeringAddresses[${instance.index}].tunnelIpAddresses[0]"`,
      );
}

function sessionOf(tunnel: SiteTunnel, ask: Ask): DeviceSession {
  const { gateway, instance, local, far, terms } = tunnel;
  const name = plainName(gateway.name);
  const advertised = terms?.advertises?.flatMap((text) => parsePrefix(text) ?? []) ?? far.place.prefixes;
  return {
    localAddress:
      // Its own first: a local network gateway has the address that the gateway translates it to.
      addressIn(far.device.routerId ?? local.bgpPeeringAddress?.text) ??
      ask(
        `BGP address of ${plainName(far.device.name)}`,
        `an address of the device's own; it must also be the bgpPeeringAddress of ${plainName(local.name)}`,
      ),
    localAsn: far.device.asn ?? local.asn ?? 0,
    farAddress:
      addressIn(instance.bgpAddress) ??
      ask(
        `BGP address of ${name}, instance ${instance.index}`,
        `Azure chooses it: ${showGateway(name, gateway.resource.id)} --query "bgpSettings.bgpPeeringAddresses[${instance.index}].defaultBgpIpAddresses[0]"`,
      ),
    farAsn: gateway.asn,
    holdSeconds: vpnGatewayBgpTimers.value.holdSeconds,
    advertises: advertised.filter(({ family }) => family === 4).map(formatPrefix),
    prepend: terms?.prepend ?? 0,
    localPreference: terms?.localPreference,
    onlyAsPath:
      terms?.onlyAsPath !== undefined && AS_PATH.test(terms.onlyAsPath) ? terms.onlyAsPath : undefined,
  };
}

/** What the prediction takes for written into the device: over which of its tunnels each range is reached. */
function staticRoutes(
  { speaker }: Node,
  ends: readonly SiteTunnel[],
  tunnels: readonly DeviceTunnel[],
): readonly StaticRoute[] {
  const found = new Map<string, string[]>();
  for (const { prefix, via } of speaker?.originates ?? []) {
    if (via.to !== "link" || prefix.family !== 4) continue;
    const over = tunnels[ends.findIndex(({ link }) => link === via.link)];
    const text = formatPrefix(prefix);
    if (over) found.set(text, [...(found.get(text) ?? []), over.interface]);
  }
  return [...found].map(([prefix, interfaces]) => ({ prefix, interfaces: [...new Set(interfaces)] }));
}

function notesOn(ends: readonly SiteTunnel[], tunnels: readonly DeviceTunnel[]): readonly string[] {
  const named = (which: (end: SiteTunnel, tunnel: DeviceTunnel | undefined) => boolean) => [
    ...new Set(
      ends
        .filter((end, index) => which(end, tunnels[index]))
        .map(({ connection }) => plainName(connection.name)),
    ),
  ];
  const translated = named(({ translations: { ofNetwork, ofSite } }) => ofNetwork.length + ofSite.length > 0);
  const weak = named((_, tunnel) => tunnel?.policy.isCustom === false);
  const paths = named(({ terms }) => terms?.onlyAsPath !== undefined && !AS_PATH.test(terms.onlyAsPath));
  const selectors = named(
    ({ connection }) => flagOf(connection.resource, "usePolicyBasedTrafficSelectors") === true,
  );
  return [
    ...(weak.length === 0
      ? []
      : [
          `${weak.join(", ")}: without an ipsecPolicies Azure's proposals hold, by Microsoft's page with the weak group 2 alone.`,
        ]),
    ...(translated.length === 0
      ? []
      : [`${translated.join(", ")}: the gateway translates addresses; the device sends its own.`]),
    ...(paths.length === 0
      ? []
      : [`${paths.join(", ")}: onlyAsPath is no pattern over numbers, and not written.`]),
    ...(selectors.length === 0
      ? []
      : [`${selectors.join(", ")}: asks for policy-based traffic selectors, which are not written here.`]),
  ];
}

/** Written only where it is an address: a file may hold anything there, and a device would obey it. */
function addressIn(text: string | undefined): string | undefined {
  return text !== undefined && parseAddress(text) !== undefined ? text : undefined;
}
