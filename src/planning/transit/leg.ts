import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { Needs, Traffic } from "../../model/needs.ts";
import { type Objection, unconfirmedNeeds, unmetNeeds } from "../unmet-needs.ts";
import type { Access } from "./accesses.ts";

/** One half of the way: the connection by which an end comes in, asked for what the whole way needs. */
export interface Leg {
  readonly access: Access;
  readonly wish: Wish;
}

export function legOf(whole: Wish, access: Access): Leg {
  const needs = needsOf(whole, access);
  return { access, wish: { ...access.wish, name: whole.name, needs, origin: whole.origin } };
}

export function legDemands({ access, wish }: Leg): readonly Demand[] {
  return access.kind.demands?.(wish, () => access.host) ?? [];
}

export function legObjections({ access, wish }: Leg): readonly Objection[] {
  return unmetNeeds(wish.needs, access.kind.claims(wish));
}

export function legRefusal({ access, wish }: Leg): Refusal | undefined {
  return access.kind.refuse?.(wish);
}

export function legDoubts({ access, wish }: Leg) {
  return unconfirmedNeeds(wish.needs, access.kind.claims(wish));
}

function needsOf({ needs: { traffic, ...needs }, ends }: Wish, access: Access): Needs {
  if (!traffic) return needs;

  const { there, back } = traffic.value;
  const goesTo = ends[0].name === access.end.name ? back : there;
  const comesFrom = ends[0].name === access.end.name ? there : back;
  const value: Traffic =
    access.wish.ends[0].type === "virtualNetwork"
      ? { there: goesTo, back: comesFrom }
      : { there: comesFrom, back: goesTo };
  return { ...needs, traffic: { ...traffic, value } };
}
