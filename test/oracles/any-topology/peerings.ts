import type { ValueObject } from "../../../src/model/unknown.ts";
import type { Network } from "./networks.ts";
import { refTo } from "./networks.ts";
import type { Growing } from "./parts.ts";

export interface Peered {
  readonly one: Network;
  readonly other: Network;
}

type Shape = "sound" | "halfMissing" | "disconnected" | "stale" | "subnets" | "noAccess";

/** Who is joined with whom, and how well. Answers those that carry packets. */
export function addPeerings(
  estate: Growing,
  networks: readonly Network[],
  hasGateway: (network: Network) => boolean,
): readonly Peered[] {
  const served = new Set<Network>();
  return pairsOf(networks).flatMap(([one, other]) => {
    const draw = estate.draw(`peering ${one.name} ${other.name}`);
    const wish = one.hub && other.hub ? 0.3 : one.hub ? 0.75 : 0.12;
    if (!draw.chance(wish)) return [];

    const shape = shapeOf(estate, draw.below(100));
    const asksForTransit = draw.chance(0.75) && estate.has("gatewayTransit");
    const transits =
      asksForTransit &&
      shape !== "halfMissing" &&
      shape !== "disconnected" &&
      shape !== "subnets" &&
      hasGateway(one) &&
      !hasGateway(other) &&
      !served.has(other);
    if (transits) served.add(other);
    const forwards = () => draw.chance(0.7) && estate.has("forwardedTraffic");
    const common = shape === "subnets" ? { peerCompleteVnets: false } : {};
    const state = shape === "disconnected" ? { peeringState: "Disconnected" } : {};
    const subnetsOf = (local: Network, remote: Network): ValueObject =>
      shape === "subnets" ? { localSubnetNames: namesOf(local), remoteSubnetNames: namesOf(remote) } : {};
    const stale = { remoteAddressSpace: { addressPrefixes: other.ranges.slice(0, 1) } };
    half(estate, one, other, {
      ...common,
      ...state,
      ...subnetsOf(one, other),
      ...(shape === "stale"
        ? { ...stale, peeringState: "Connected", peeringSyncLevel: "LocalNotInSync" }
        : {}),
      allowVirtualNetworkAccess: shape !== "noAccess",
      allowForwardedTraffic: forwards(),
      allowGatewayTransit: transits || draw.chance(0.2),
      useRemoteGateways: false,
    });
    if (shape === "halfMissing" || shape === "disconnected") return [];
    half(estate, other, one, {
      ...common,
      ...subnetsOf(other, one),
      ...(draw.chance(0.3) ? { peeringState: "Connected" } : {}),
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: forwards(),
      allowGatewayTransit: false,
      useRemoteGateways: transits,
    });
    return [{ one, other }];
  });
}

function shapeOf(estate: Growing, roll: number): Shape {
  if (roll < 12 && estate.has("brokenPeerings")) {
    if (roll < 3) return "halfMissing";
    if (roll < 6) return "disconnected";
    return roll < 9 ? "stale" : "noAccess";
  }
  return roll < 20 && estate.has("subnetPeering") ? "subnets" : "sound";
}

/** All but one of those that may take part. */
function namesOf(network: Network): readonly string[] {
  return network.subnets.filter(({ name }) => name === "app" || name === "nva").map(({ name }) => name);
}

function half(estate: Growing, from: Network, to: Network, properties: ValueObject): void {
  estate.add(`${from.path}/virtualNetworkPeerings/to-${to.name}`, {
    remoteVirtualNetwork: refTo(to),
    ...properties,
  });
}

function pairsOf(networks: readonly Network[]): readonly (readonly [Network, Network])[] {
  return networks.flatMap((one, index) => networks.slice(index + 1).map((other) => [one, other] as const));
}
