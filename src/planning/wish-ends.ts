import type { End, RecognisedConnection, Wish } from "../model/connection-kind.ts";
import type { Intent } from "../model/intent.ts";
import type { Traffic } from "../model/needs.ts";
import { keyOf } from "../model/resource-id.ts";
import { networkId } from "./build-networks.ts";
import type { Plan } from "./plan-estate.ts";

/** Leads from what is recognised in the estate back to what was asked for. */
export interface WishEnds {
  /** Several, where spokes share one connection of their hub. */
  wishesOf(ends: readonly [string, string]): readonly Wish[];
  /** As recognised connections name their ends: networks by id, and their host's where it is not their own; others by name. */
  idsOf(wish: Wish): readonly [string, string];
  /** What all wishes that go this way first send over it; a stand-in carries none. */
  trafficOf(connection: RecognisedConnection): Traffic | undefined;
}

export function wishEnds(plan: Plan, intent: Intent): WishEnds {
  const networkIds = new Map(
    intent.virtualNetworks.map((network) => [network.name, keyOf(networkId(network))]),
  );
  const { hosts } = plan.gateways;
  const idsOf = ({ ends: [a, b] }: Wish): readonly [string, string] => {
    const isInAzure = a.type === "virtualNetwork" && b.type === "virtualNetwork";
    const idOf = (end: End) => {
      if (end.type !== "virtualNetwork") return end.name;
      return networkIds.get(isInAzure ? end.name : (hosts.get(end.name) ?? end.name)) ?? end.name;
    };
    return [idOf(a), idOf(b)];
  };
  const wishes = new Map<string, Wish[]>();
  for (const { wish } of plan.decided) {
    const key = endsKey(idsOf(wish));
    wishes.set(key, [...(wishes.get(key) ?? []), wish]);
  }
  const firstKinds = new Map(plan.decided.map(({ wish, decision }) => [wish, decision.kind]));
  const wishesOf: WishEnds["wishesOf"] = (ends) => wishes.get(endsKey(ends)) ?? [];
  return {
    wishesOf,
    idsOf,
    trafficOf: ({ kind, ends }) =>
      sum(
        wishesOf(ends)
          .filter((wish) => firstKinds.get(wish) === kind)
          .flatMap((wish) => turned(wish, idsOf(wish)[0] === ends[0])),
      ),
  };
}

export function endsKey(ends: readonly [string, string]): string {
  return [...ends].sort().join(" ");
}

/** `there` is from the first end as it was written; the estate may have the ends the other way round. */
function turned({ needs }: Wish, isAsWritten: boolean): readonly Traffic[] {
  const traffic = needs.traffic?.value;
  if (!traffic) return [];
  return [isAsWritten ? traffic : { there: traffic.back, back: traffic.there }];
}

function sum(all: readonly Traffic[]): Traffic | undefined {
  if (all.length === 0) return undefined;

  let there = 0;
  let back = 0;
  for (const traffic of all) {
    there += traffic.there;
    back += traffic.back;
  }
  return { there, back };
}
