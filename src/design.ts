import { type Analysis, analyse } from "./analyse.ts";
import { connectionKinds } from "./connections/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "./diagnostics/index.ts";
import { facilityTypes } from "./facilities/index.ts";
import type { AddressPlan } from "./model/address-plan.ts";
import type { End, Wish } from "./model/connection-kind.ts";
import type { Decision, Reason } from "./model/decision.ts";
import type { Estate } from "./model/estate.ts";
import type { Intent } from "./model/intent.ts";
import { emptyLock, type Lock } from "./model/lock.ts";
import { type Money, money } from "./model/money.ts";
import { nameOfId } from "./model/name-of-id.ts";
import type { Traffic } from "./model/needs.ts";
import { keyOf } from "./model/resource-id.ts";
import { networkId } from "./planning/build-networks.ts";
import { checkBudgets } from "./planning/check-budgets.ts";
import { marginalPrices } from "./planning/gateways/marginal-prices.ts";
import { sharedCosts } from "./planning/gateways/shared-costs.ts";
import { type Plan, planEstate } from "./planning/plan-estate.ts";
import type { ConnectionPrice } from "./prices/price-connection.ts";
import { meterPricer } from "./prices/price-meters.ts";
import { priceSheet } from "./prices/price-sheet.ts";
import type { PriceSheet } from "./prices/rate.ts";
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
  const plan = planEstate(intent, { kinds: connectionKinds, facilityTypes, priceOf }, lock, given.reconsider);
  const hosts: Hosts = {
    hosts: plan.gateways.hosts,
    networkIds: new Map(intent.virtualNetworks.map((network) => [network.name, keyOf(networkId(network))])),
  };
  const wishes = wishesByEnds(plan, hosts);
  const analysis = analyse(plan.estate, {
    ...(given.prices ? { sheet: given.prices } : {}),
    trafficOf: ({ ends, kind }) =>
      trafficBetween(wishesFirstBy(kind, wishes.get(endsKey(ends)) ?? [], plan), ends, hosts),
    nameOf: ({ ends }) =>
      wishes
        .get(endsKey(ends))
        ?.map(({ name }) => name)
        .join(", ") ?? ends.map(nameOfId).join(" - "),
  });
  const decisions = withPrices(
    plan,
    hosts,
    analysis,
    marginalPrices(plan.gateways, intent, facilityTypes, priceOf),
    sharedCosts(plan.gateways, priceOf, analysis.price.currency),
  );

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

interface Hosts {
  /** The network whose gateway a network uses. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly networkIds: ReadonlyMap<string, string>;
}

/** What was asked for, by the ends that are recognised in the estate: several spokes may share one connection of a hub. */
function wishesByEnds({ decided }: Plan, hosts: Hosts): ReadonlyMap<string, readonly Wish[]> {
  const wishes = new Map<string, Wish[]>();
  for (const { wish } of decided) {
    const key = endsKey(idsOf(wish, hosts));
    wishes.set(key, [...(wishes.get(key) ?? []), wish]);
  }
  return wishes;
}

/** As recognised connections name their ends: networks by id, and their host's where it is not their own; others by name. */
function idsOf({ ends: [a, b] }: Wish, { hosts, networkIds }: Hosts): readonly [string, string] {
  const isInAzure = a.type === "virtualNetwork" && b.type === "virtualNetwork";
  const idOf = (end: End) => {
    if (end.type !== "virtualNetwork") return end.name;
    return networkIds.get(isInAzure ? end.name : (hosts.get(end.name) ?? end.name)) ?? end.name;
  };
  return [idOf(a), idOf(b)];
}

function endsKey(ends: readonly [string, string]): string {
  return [...ends].sort().join(" ");
}

/**
 * What all wishes that share a connection send over it. `there` is from the first end as it was written; the estate may
 * have the ends the other way round.
 */
function trafficBetween(
  wishes: readonly Wish[],
  ends: readonly [string, string],
  hosts: Hosts,
): Traffic | undefined {
  const all = wishes.flatMap((wish): readonly Traffic[] => {
    const traffic = wish.needs.traffic?.value;
    if (!traffic) return [];
    return [idsOf(wish, hosts)[0] === ends[0] ? traffic : { there: traffic.back, back: traffic.there }];
  });
  if (all.length === 0) return undefined;
  let there = 0;
  let back = 0;
  for (const traffic of all) {
    there += traffic.there;
    back += traffic.back;
  }
  return { there, back };
}

/** What each decision adds to the bill: its own connection, where nobody else uses it, and its share of a gateway's size. */
function withPrices(
  plan: Plan,
  hosts: Hosts,
  analysis: Analysis,
  marginal: ReadonlyMap<Wish, Marginal>,
  sharedBy: (wish: Wish) => readonly Reason[],
): readonly Decision[] {
  const prices = new Map<string, ConnectionPrice[]>();
  for (const price of analysis.price.connections) {
    const key = endsKey(price.connection.ends);
    prices.set(key, [...(prices.get(key) ?? []), price]);
  }
  const sharing = wishesByEnds(plan, hosts);
  return plan.decided.map(({ wish, decision }) => {
    const ids = idsOf(wish, hosts);
    const key = endsKey(ids);
    const own = (prices.get(key) ?? []).filter(({ connection }) =>
      decision.paths.some(({ kind }) => kind === connection.kind),
    );
    const first = own.find(({ connection }) => connection.kind === decision.kind);
    if (decision.status === "impossible" || !first) return decision;

    const { there, back } = first.perGigabyte;
    const perGigabyte = first.connection.ends[0] === ids[0] ? { there, back } : { there: back, back: there };
    const isAlone = (sharing.get(key) ?? []).length < 2;
    const monthly = sumOf(
      isAlone ? own.flatMap((price) => price.monthly ?? []) : [],
      marginal.get(wish),
      analysis.price.currency,
    );
    const because = [...decision.because, ...sharedBy(wish)];
    return { ...decision, because, ...(monthly ? { monthly } : {}), perGigabyte };
  });
}

interface Marginal {
  readonly monthly: number;
  readonly isKnown: boolean;
}

function sumOf(own: readonly Money[], shared: Marginal | undefined, currency: string): Money | undefined {
  if (own.length === 0 && !shared) return undefined;

  let amount = shared?.monthly ?? 0;
  for (const one of own) amount += one.amount;
  return money(amount, currency, own.some(({ atLeast }) => atLeast) || shared?.isKnown === false);
}

/** Those whose traffic goes this way while nothing fails: a stand-in carries none. */
function wishesFirstBy(kind: string, wishes: readonly Wish[], { decided }: Plan): readonly Wish[] {
  const first = new Map(decided.map(({ wish, decision }) => [wish, decision.kind]));
  return wishes.filter((wish) => first.get(wish) === kind);
}
