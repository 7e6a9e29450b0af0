import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Decision, Reason } from "../../model/decision.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Decided } from "../decide.ts";
import type { GatewayPlan } from "../gateways/gateway-plan.ts";
import { facilityKey } from "../gateways/size-facilities.ts";
import { checkTransitKeys } from "./check-transit-keys.ts";
import { type Leg, legDemands } from "./leg.ts";
import { isServed, needsRelay, type Transit } from "./plan-transits.ts";
import { reasonsForTransit } from "./reasons.ts";

/** The decisions on transit: no kind joins such ends, and yet Azure may carry what they send. */
export function tellTransits(decided: readonly Decided[], plan: GatewayPlan): readonly Decided[] {
  if (plan.transits.length === 0) return decided;

  const byWish = new Map(plan.transits.map((transit) => [transit.wish, transit]));
  return decided.map((one) => {
    const transit = byWish.get(one.wish);
    return transit ? { ...tell(one, transit, plan), isTransit: true } : one;
  });
}

function tell({ wish, decision }: Decided, transit: Transit, plan: GatewayPlan): Decided {
  const { legs } = transit;
  if (!legs || !isServed(transit)) return refused(wish, decision, transit);

  const { host } = legs[0].access;
  const relay = needsRelay(legs) ? relayOf(wish, plan) : undefined;
  const through = relay ? `the ${relay.title} of ${host}` : `the gateway of ${host}`;
  const told: Decision = {
    ...withoutStatus(decision),
    status: "chosen",
    title: `Transit through ${through}`,
    via: host,
    paths: legs.map((leg) => pathOf(leg, plan)),
    because: reasonsForTransit(wish, legs, relay),
  };
  return { wish, decision: told, diagnostics: checkTransitKeys(wish) };
}

/** What joins the gateways for this wish. */
function relayOf({ name }: Wish, { facilities }: GatewayPlan): SizedFacility | undefined {
  return facilities.find(({ demands }) =>
    demands.some(({ asks, usedBy }) => asks.transitBetween !== undefined && usedBy === name),
  );
}

function pathOf(leg: Leg, { facilities }: GatewayPlan): Decision["paths"][number] {
  const keys = legDemands(leg).map(({ facility, at }) => facilityKey(facility, at));
  const gateway = facilities.find(({ facility, at }) => facilityKey(facility, at) === keys[0]);
  return {
    kind: leg.access.kind.name,
    role: "primary",
    via: leg.access.host,
    ...(gateway ? { sku: gateway.sku } : {}),
  };
}

function refused(wish: Wish, decision: Decision, { legs, refusal, objections }: Transit): Decided {
  const first: Reason = refusal
    ? { text: refusal.because, ...(refusal.source === undefined ? {} : { source: refusal.source }) }
    : (objections[0]?.reason ?? { text: "its needs are not met." });
  const because = refusal ? [first] : objections.map(({ reason }) => reason);
  const need = objections[0]?.need;
  const diagnostic: Diagnostic = {
    rule: "connection/impossible",
    severity: "error",
    message: `${wish.name} cannot be connected: ${first.text}`,
    origin: refusal?.origin ?? objections[0]?.origin ?? wish.origin,
    related: (legs ?? []).map(({ access }) => ({
      message: `${access.end.name} comes in here`,
      origin: access.wish.origin,
    })),
    hint: refusal ? refusal.waysOut.join(" ") : `Loosen or remove ${need ?? "a need"}.`,
  };
  return {
    wish,
    decision: { ...withoutStatus(decision), status: "impossible", paths: [], because },
    diagnostics: [diagnostic],
  };
}

function withoutStatus({ name, description, between, rejected, origin }: Decision) {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    between,
    rejected,
    origin,
  };
}
