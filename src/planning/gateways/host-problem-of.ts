import type { Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Decided } from "../decide.ts";
import type {
  AllowedPeering,
  GatewayDemand,
  HostNetwork,
  HostProblem,
} from "../gateway-hosts/host-problem.ts";
import { demandsOfAll, kindsOf } from "../with-backup.ts";
import { costOfOne, type GatewayMeans } from "./gateway-means.ts";
import { sizeFacilities } from "./size-facilities.ts";

/** One end of a wish that needs a gateway. */
export interface WishDemand extends GatewayDemand {
  readonly decided: Decided;
}

/** A wish's name, out of the id of a demand of its. */
export function wishOfDemand(id: string): string {
  return id.slice(0, id.lastIndexOf(" @ "));
}

/** The question of where gateways stand, put so that it can be answered without knowing what they are for. */
export function hostProblem(
  intent: Intent,
  decided: readonly Decided[],
  means: GatewayMeans,
): HostProblem<WishDemand> {
  const demands = decided.flatMap(demandsOf);
  const peerings = [...askedPeerings(decided), ...viaPeerings(decided)];
  return {
    demands,
    peerings,
    networks: intent.virtualNetworks.map((network) => hostNetwork(network, intent, decided, means)),
    priceOf(host, some) {
      const sizings = sizeFacilities(
        demandsAt(host, some),
        means.facilityTypes,
        intent,
        costOfOne(means.priceOf),
      );
      const refusal = sizings.find((sizing) => sizing.refusal)?.refusal;
      if (refusal) return refusal;

      const meters = sizings.flatMap(({ sized }) => sized?.meters ?? []);
      return { ...means.priceOf(meters), gateways: sizings.length };
    },
  };
}

function demandsOf(decided: Decided): readonly WishDemand[] {
  const { wish } = decided;
  if (!kindsOf(decided).some(({ gateway }) => gateway !== undefined)) return [];
  return wish.ends.flatMap((end) =>
    end.type === "virtualNetwork"
      ? [
          {
            id: `${wish.name} @ ${end.name}`,
            network: end.name,
            ...(wish.via === undefined ? {} : { via: wish.via }),
            decided,
          },
        ]
      : [],
  );
}

/** What is asked of the facilities of this host, were it the host of these ends. */
function demandsAt(host: string, demands: readonly WishDemand[]): readonly Demand[] {
  const networks = new Set(demands.map(({ network }) => network));
  const hostOf = (network: string) => (networks.has(network) ? host : network);
  const wishes = new Set(demands.map(({ decided }) => decided));
  return [...wishes].flatMap((one) =>
    demandsOfAll(one, hostOf).filter(({ at }) => "virtualNetwork" in at && at.virtualNetwork === host),
  );
}

function askedPeerings(decided: readonly Decided[]): readonly AllowedPeering[] {
  return decided.flatMap(({ wish, kind }) =>
    kind?.carriesTransit === true
      ? [{ between: [wish.ends[0].name, wish.ends[1].name] as const, asked: true }]
      : [],
  );
}

/** `via` names a host: where the two are not joined yet, they may be. */
function viaPeerings(decided: readonly Decided[]): readonly AllowedPeering[] {
  return decided.flatMap(({ wish, kind }) => {
    const { via } = wish;
    if (via === undefined || kind?.gateway === undefined) return [];
    return networksOf(wish)
      .filter((name) => name !== via)
      .map((name) => ({ between: [name, via] as const, asked: false }));
  });
}

function networksOf(wish: Wish): readonly string[] {
  return wish.ends.flatMap((end) => (end.type === "virtualNetwork" ? [end.name] : []));
}

function hostNetwork(
  network: VirtualNetworkIntent,
  intent: Intent,
  decided: readonly Decided[],
  means: GatewayMeans,
): HostNetwork {
  const own = decided.filter(
    (one) =>
      (one.kind?.gateway === "own" || mustNotPassPeering(one)) && networksOf(one.wish).includes(network.name),
  );
  const fixed = keptHost(network, decided, means) ?? hubOf(network, intent, decided);
  return {
    name: network.name,
    ...(own.length > 0 ? { mustOwn: true } : {}),
    ...(mayHost(network) ? {} : { mayHost: false }),
    ...(fixed === undefined || own.length > 0 ? {} : { fixedHost: fixed }),
  };
}

/** Nothing encrypts a peering: what is to be encrypted wherever it leaves a network cannot use a peer's gateway. */
function mustNotPassPeering(one: Decided): boolean {
  const { needs, via } = one.wish;
  return (
    needs.encryption?.value === "betweenNetworks" &&
    via === undefined &&
    kindsOf(one).some(({ gateway }) => gateway !== undefined)
  );
}

/** The host that the lock has, while the two are still joined. */
function keptHost(
  network: VirtualNetworkIntent,
  decided: readonly Decided[],
  means: GatewayMeans,
): string | undefined {
  const kept = means.keptHosts.get(network.name);
  if (kept === undefined || kept === network.name) return kept;

  const isJoined = [...askedPeerings(decided), ...viaPeerings(decided)].some(
    ({ between }) => between.includes(network.name) && between.includes(kept),
  );
  return isJoined ? kept : undefined;
}

/** An existing network takes a gateway only where the file gives it, or plans for it, a subnet for one. */
function mayHost(network: VirtualNetworkIntent): boolean {
  return network.existing === undefined || network.subnets.some(({ name }) => name === "GatewaySubnet");
}

/** `role: hub` fixes the placement: a hub has its own gateway, and a network that is peered with one hub uses it. */
function hubOf(
  network: VirtualNetworkIntent,
  intent: Intent,
  decided: readonly Decided[],
): string | undefined {
  if (network.role === "hub") return network.name;

  const hubs = new Set(
    intent.virtualNetworks.filter((other) => other.role === "hub" && mayHost(other)).map(({ name }) => name),
  );
  const peers = askedPeerings(decided)
    .flatMap(({ between: [a, b] }) => (a === network.name ? [b] : b === network.name ? [a] : []))
    .filter((name) => hubs.has(name));
  const [only] = new Set(peers);
  return new Set(peers).size === 1 ? only : undefined;
}
