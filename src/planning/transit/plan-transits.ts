import { formatPrefix } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { FacilityType } from "../../model/facility-type.ts";
import { findEnd } from "../../model/find-end.ts";
import type { Decided } from "../decide.ts";
import type { Objection } from "../unmet-needs.ts";
import { type Access, accessesByName } from "./accesses.ts";
import { isTransit } from "./is-transit.ts";
import { type Leg, legDemands, legObjections, legOf, legRefusal } from "./leg.ts";
import { refuseNoMeeting } from "./refuse-no-meeting.ts";
import { refuseTransit } from "./refuse-transit.ts";

/** What became of a wish that only a gateway where both ends come in can serve. */
export interface Transit {
  readonly wish: Wish;
  /** Where both come in, and why it serves them or does not. */
  readonly legs?: readonly [Leg, Leg];
  readonly refusal?: Refusal;
  readonly objections: readonly Objection[];
  readonly demands: readonly Demand[];
}

/** Pure: hosts are chosen by then, and what it demands is sized with all the rest. */
export function planTransits(
  decided: readonly Decided[],
  hostOf: (network: string) => string,
  facilityTypes: readonly FacilityType[],
): readonly Transit[] {
  const wishes = decided.map(({ wish }) => wish).filter(isTransit);
  if (wishes.length === 0) return [];

  const accesses = accessesByName(decided, hostOf);
  const relay = facilityTypes.find(({ joinsGateways }) => joinsGateways === true);
  return wishes.map((wish) => planOne(wish, accesses, relay));
}

function planOne(
  wish: Wish,
  accesses: ReadonlyMap<string, readonly Access[]>,
  relay: FacilityType | undefined,
): Transit {
  const [from, to] = wish.ends.map(({ name }) => accesses.get(name) ?? []);
  const meetings = (from ?? []).flatMap((a) =>
    (to ?? [])
      .filter((b) => b.host === a.host && (wish.via === undefined || wish.via === a.host))
      .map((b) => meet(wish, a, b, relay)),
  );
  const best = meetings.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  if (best) return best;
  return { wish, refusal: refuseNoMeeting(wish, from ?? [], to ?? []), objections: [], demands: [] };
}

/** Served before refused, and without a facility more before with one. */
function rankOf({ refusal, objections, legs }: Transit): number {
  if (refusal) return 3;
  if (objections.length > 0) return 2;
  return legs && needsRelay(legs) ? 1 : 0;
}

export function needsRelay([a, b]: readonly [Leg, Leg]): boolean {
  return a.access.routes.medium !== b.access.routes.medium;
}

function meet(wish: Wish, a: Access, b: Access, relay: FacilityType | undefined): Transit {
  const legs = [legOf(wish, a), legOf(wish, b)] as const;
  const refusal = refuseTransit(a, b) ?? legRefusal(legs[0]) ?? legRefusal(legs[1]);
  const objections = withoutRepeats(legs.flatMap(legObjections));
  if (refusal || objections.length > 0)
    return { wish, legs, ...(refusal ? { refusal } : {}), objections, demands: [] };

  const between = needsRelay(legs) && relay ? relayDemands(wish, a.host, relay) : [];
  return {
    wish,
    legs,
    objections,
    demands: [
      ...(asksMore(wish) ? legs.flatMap(legDemands) : []),
      ...routesForClients(wish, legs),
      ...between,
    ],
  };
}

/** Windows does not ask a gateway what is behind its tunnels: its devices are told by hand. */
function routesForClients(wish: Wish, legs: readonly [Leg, Leg]): readonly Demand[] {
  const site = findEnd(wish, "site")?.site;
  if (!site || site.nat) return [];

  const customRoutes = site.addressSpace.map(({ prefix }) => formatPrefix(prefix));
  return legs
    .flatMap(legDemands)
    .flatMap(({ facility, at, asks }) =>
      asks.users?.os.some((os) => os.toLowerCase().startsWith("windows"))
        ? [{ facility, at, asks: { customRoutes }, usedBy: wish.name }]
        : [],
    );
}

/** Whether the ways in must be larger for it than they are for themselves. */
function asksMore({ needs: { bandwidth, resilience, traffic } }: Wish): boolean {
  return bandwidth !== undefined || resilience !== undefined || traffic !== undefined;
}

export function isServed({ legs, refusal, objections }: Transit): boolean {
  return legs !== undefined && refusal === undefined && objections.length === 0;
}

function relayDemands(wish: Wish, host: string, relay: FacilityType): readonly Demand[] {
  const demand: Demand = {
    facility: relay.name,
    at: { virtualNetwork: host },
    asks: { transitBetween: wish.ends.map(({ name }) => name) },
    usedBy: wish.name,
  };
  return [demand, ...(relay.demandsInTurn?.(demand) ?? [])];
}

function withoutRepeats(objections: readonly Objection[]): readonly Objection[] {
  return [...new Map(objections.map((one) => [one.reason.text, one])).values()];
}
