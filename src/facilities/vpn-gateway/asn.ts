import { defaultVpnGatewayAsn, usablePrivateAsns } from "../../azure/vpn-gateway-bgp.ts";
import type { Reason } from "../../model/decision.ts";
import type { Demand } from "../../model/demand.ts";
import type { Intent } from "../../model/intent.ts";

export interface ChosenAsn {
  readonly asn: number;
  readonly because: readonly Reason[];
}

/**
 * Azure's own, unless another gateway that BGP joins to this one keeps it: of two, the one in a hub, then the first by
 * name. Nobody has to know what others chose, for the other ASNs are given by name, each once.
 */
export function chooseAsn(network: string, demands: readonly Demand[], intent: Intent): ChosenAsn {
  const joined = joinedNetworks(demands, intent);
  const hubs = hubsOf(intent);
  const keepsDefault = joined.every(
    (pair) =>
      pair.includes(network) && pair.every((other) => other === network || comesBefore(network, other, hubs)),
  );
  if (keepsDefault) return { asn: defaultVpnGatewayAsn.value, because: [] };

  const asn = privateAsns(intent).get(network) ?? defaultVpnGatewayAsn.value;
  const others = [...new Set(joined.flat())].filter((other) => other !== network).sort();
  return {
    asn,
    because: [
      {
        text: `BGP needs different ASNs at both ends of a VNet-to-VNet connection, and Azure gives every gateway ${defaultVpnGatewayAsn.value}: here ${asn}, given by name, towards ${others.join(", ")}.`,
        source: usablePrivateAsns.source,
      },
    ],
  };
}

/** The ends of connections between two networks that ask for BGP: `hub - orders` is the name of one. */
function joinedNetworks(demands: readonly Demand[], intent: Intent): readonly (readonly string[])[] {
  const networks = new Set(intent.virtualNetworks.map(({ name }) => name));
  return demands
    .filter(({ asks }) => asks.bgp === true)
    .map(({ usedBy }) => usedBy.split(" - "))
    .filter((ends) => ends.length === 2 && ends.every((end) => networks.has(end)));
}

function comesBefore(a: string, b: string, hubs: ReadonlySet<string>): boolean {
  return hubs.has(a) === hubs.has(b) ? a < b : hubs.has(a);
}

function hubsOf(intent: Intent): ReadonlySet<string> {
  return new Set(intent.virtualNetworks.flatMap(({ name, role }) => (role === "hub" ? [name] : [])));
}

/**
 * One for each network, hubs first, by a hash of its name: a new network seldom moves the ASN of another. Those of the
 * sites' devices are left to them.
 */
function privateAsns(intent: Intent): ReadonlyMap<string, number> {
  const taken = new Set(intent.sites.flatMap(({ vpnDevices }) => vpnDevices.map(({ asn }) => asn)));
  const free = usablePrivateAsns.value
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .filter((asn) => !taken.has(asn));
  const asns = new Map<string, number>();
  const hubs = hubsOf(intent);
  const names = intent.virtualNetworks.map(({ name }) => name);
  for (const name of names.sort((a, b) => (comesBefore(a, b, hubs) ? -1 : 1))) {
    const start = hashOf(name) % free.length;
    const at = free.findIndex((_, step) => !taken.has(free[(start + step) % free.length]));
    const asn = free[(start + Math.max(at, 0)) % free.length];
    if (asn === undefined) break;
    taken.add(asn);
    asns.set(name, asn);
  }
  return asns;
}

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
