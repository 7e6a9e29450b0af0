import { type Analysis, analyse } from "./analyse.ts";
import { connectionKinds } from "./connections/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "./diagnostics/index.ts";
import type { AddressPlan } from "./model/address-plan.ts";
import type { RecognisedConnection, Wish } from "./model/connection-kind.ts";
import type { Decision } from "./model/decision.ts";
import type { Estate } from "./model/estate.ts";
import type { Intent } from "./model/intent.ts";
import { emptyLock, type Lock } from "./model/lock.ts";
import type { Traffic } from "./model/needs.ts";
import { keyOf } from "./model/resource-id.ts";
import { networkId } from "./planning/build-networks.ts";
import { checkBudgets } from "./planning/check-budgets.ts";
import type { Decided } from "./planning/decide.ts";
import { planEstate } from "./planning/plan-estate.ts";
import { readIntent } from "./readers/intent/read-intent.ts";
import { readLock } from "./readers/lock/read-lock.ts";
import type { Document } from "./source/document.ts";

/** Beside the intent, and named after it: `network.lock.json` for `network.yaml`. */
const LOCK_FILE = "network.lock.json";

/** What a design starts from beside the intent. */
export interface Given {
  /** The lock beside the intent, where there is one. */
  readonly lock?: Document;
  /** Take the better choice, and move what the lock can no longer keep. */
  readonly reconsider: boolean;
}

/** An intent, answered: what was decided, and the estate that comes of it. */
export interface Design extends Analysis {
  readonly intent: Intent;
  readonly decisions: readonly Decision[];
  readonly addresses: AddressPlan;
  readonly estate: Estate;
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/** From an intent file to a checked design. `undefined` where the file is no intent at all; the diagnostics say why. */
export function design(
  document: Document,
  given: Given,
): { readonly design: Design | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { intent, diagnostics: unreadIntent } = readIntent(
    document,
    connectionKinds.map((kind) => kind.name),
  );
  const { lock, diagnostics: unreadLock } = given.lock
    ? readLock(given.lock)
    : { lock: emptyLock(LOCK_FILE), diagnostics: [] };
  const syntax = [document, ...(given.lock ? [given.lock] : [])].flatMap(syntaxDiagnostics);
  const unread = [...syntax, ...unreadIntent, ...unreadLock];
  if (!intent) return { design: undefined, diagnostics: unread };

  const plan = planEstate(intent, connectionKinds, lock, given.reconsider);
  const wishes = wishesByEnds(plan.decided);
  const trafficOf = ({ ends }: RecognisedConnection) => trafficBetween(wishes.get(endsKey(ends)), ends);
  const analysis = analyse(plan.estate, trafficOf);
  const decisions = withPrices(plan.decided, analysis);

  const diagnostics = [
    ...unread,
    ...plan.diagnostics,
    ...checkBudgets(plan.decided, decisions),
    ...analysis.findings,
  ];
  return {
    design: {
      ...analysis,
      intent,
      decisions,
      addresses: plan.addresses,
      estate: plan.estate,
      lock: plan.lock,
      diagnostics,
    },
    diagnostics,
  };
}

/** Networks of a wish by their ids, so that what is recognised in the estate finds what was asked for. */
function wishesByEnds(decided: readonly Decided[]): ReadonlyMap<string, Wish> {
  return new Map(
    decided.flatMap(({ wish }) => {
      const ids = idsOf(wish);
      return ids ? [[endsKey(ids), wish] as const] : [];
    }),
  );
}

function idsOf(wish: Wish): readonly [string, string] | undefined {
  const [a, b] = wish.ends;
  if (a.type !== "virtualNetwork" || b.type !== "virtualNetwork") return undefined;
  return [keyOf(networkId(a.network)), keyOf(networkId(b.network))];
}

function endsKey(ends: readonly [string, string]): string {
  return [...ends].sort().join(" ");
}

/** `there` is from the first end as it was written; the estate may have the ends the other way round. */
function trafficBetween(wish: Wish | undefined, ends: readonly [string, string]): Traffic | undefined {
  const traffic = wish?.needs.traffic?.value;
  if (!wish || !traffic) return undefined;
  return idsOf(wish)?.[0] === ends[0] ? traffic : { there: traffic.back, back: traffic.there };
}

function withPrices(decided: readonly Decided[], analysis: Analysis): readonly Decision[] {
  const prices = new Map(analysis.price.connections.map((price) => [endsKey(price.connection.ends), price]));
  return decided.map(({ wish, decision }) => {
    const ids = idsOf(wish);
    const price = ids && decision.status !== "impossible" ? prices.get(endsKey(ids)) : undefined;
    if (!ids || !price) return decision;

    const { there, back } = price.perGigabyte;
    const perGigabyte = price.connection.ends[0] === ids[0] ? { there, back } : { there: back, back: there };
    return { ...decision, ...(price.monthly ? { monthly: price.monthly } : {}), perGigabyte };
  });
}
