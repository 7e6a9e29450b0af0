import { type Analysis, analyse, priceOnly } from "./analyse.ts";
import { cheapestKinds, type Preferred } from "./cheapest-kinds.ts";
import { connectionKinds } from "./connections/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "./diagnostics/index.ts";
import { facilityTypes } from "./facilities/index.ts";
import type { AddressPlan } from "./model/address-plan.ts";
import type { Decision } from "./model/decision.ts";
import type { Estate } from "./model/estate.ts";
import type { Expectation } from "./model/expectation.ts";
import type { Intent } from "./model/intent.ts";
import { emptyLock, type Lock } from "./model/lock.ts";
import { nameOfId } from "./model/name-of-id.ts";
import { checkBudgets } from "./planning/check-budgets.ts";
import type { Forbidden } from "./planning/decide.ts";
import { expectedReach } from "./planning/expected-reach.ts";
import { marginalPrices } from "./planning/gateways/marginal-prices.ts";
import { sharedCosts } from "./planning/gateways/shared-costs.ts";
import { type Plan, planEstate } from "./planning/plan-estate.ts";
import { type WishEnds, wishEnds } from "./planning/wish-ends.ts";
import { priceAlternatives } from "./price-alternatives.ts";
import { priceDecisions } from "./price-decisions.ts";
import type { PriceBy } from "./prices/price-estate.ts";
import { meterPricer } from "./prices/price-meters.ts";
import { priceSheet } from "./prices/price-sheet.ts";
import type { PriceSheet } from "./prices/rate.ts";
import type { Proof } from "./prove/proof.ts";
import { provenPlan } from "./prove/proven-plan.ts";
import { proveEstate } from "./prove.ts";
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
  /** Rates to count by; the shipped ones where absent. */
  readonly prices?: PriceSheet;
}

/** An intent, answered: what was decided, and the estate that comes of it. */
export interface Design extends Analysis {
  readonly intent: Intent;
  readonly decisions: readonly Decision[];
  readonly addresses: AddressPlan;
  readonly estate: Estate;
  readonly lock: Lock;
  /** What was asked for, of the estate. */
  readonly expectations: readonly Expectation[];
  /** The same held against the estate; empty where the plan is wrong already. */
  readonly proof: Proof;
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

  const priceOf = meterPricer(given.prices ?? priceSheet);
  const means = { kinds: connectionKinds, facilityTypes, priceOf };
  const totalWith = (preferred: Preferred, forbidden: Forbidden = new Map()) => {
    const other = planEstate(intent, { ...means, preferred, forbidden }, lock, true);
    const isDesign = other.diagnostics.every(({ severity }) => severity !== "error");
    return isDesign ? priceOnly(other.estate, priceByOf(wishEnds(other, intent), given)).monthly : undefined;
  };
  const first = planEstate(intent, means, lock, given.reconsider);
  const preferred =
    intent.prefer === "cost"
      ? cheapestKinds(first, totalWith(new Map()), (kinds) => totalWith(kinds))
      : new Map();
  const planWithout = (forbidden: Forbidden) =>
    planEstate(intent, { ...means, preferred, forbidden }, lock, given.reconsider);
  const { plan, proof, forbidden } = provenPlan(
    preferred.size === 0 ? first : planWithout(new Map()),
    planWithout,
    (made) => proveEstate(made.estate, expectedReach(intent, made.decided)),
  );
  const ends = wishEnds(plan, intent);
  const priceBy = priceByOf(ends, given);
  const analysis = analyse(plan.estate, priceBy);
  const priced = priceDecisions(
    plan,
    ends,
    analysis.price,
    marginalPrices(plan.gateways, intent, facilityTypes, priceOf),
    sharedCosts(plan.gateways, priceOf, analysis.price.currency),
  );
  const decisions = priceAlternatives(plan, priced, analysis.price.monthly, (wish, kind) =>
    totalWith(new Map([...preferred, [wish, kind]]), forbidden),
  );

  const diagnostics = [
    ...unread,
    ...plan.diagnostics,
    ...checkBudgets(plan.decided, decisions),
    ...withoutSaid(proof, plan),
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
      expectations: expectedReach(intent, plan.decided),
      proof,
      diagnostics,
    },
    diagnostics,
  };
}

/** That two meet at a gateway is said by planning already, with the way out. */
function withoutSaid({ diagnostics }: Proof, plan: Plan): readonly Diagnostic[] {
  const said = new Set(
    plan.diagnostics
      .filter(({ rule }) => rule === "intent/isolated-connection")
      .map(({ origin }) => JSON.stringify(origin.path)),
  );
  return diagnostics.filter(({ origin }) => !said.has(JSON.stringify(origin.path)));
}

function priceByOf(ends: WishEnds, given: Given): Partial<PriceBy> {
  return {
    ...(given.prices ? { sheet: given.prices } : {}),
    trafficOf: (connection) => ends.trafficOf(connection),
    nameOf: ({ ends: [a, b] }) => {
      const names = ends.wishesOf([a, b]).map(({ name }) => name);
      return names.length > 0 ? names.join(", ") : `${nameOfId(a)} - ${nameOfId(b)}`;
    },
  };
}
