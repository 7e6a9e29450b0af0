import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkSchema } from "../diagnostics/schema-diagnostics.ts";
import type { ConnectionKind, End, EndType, Wish } from "../model/connection-kind.ts";
import type { Decision, Reason, Rejected } from "../model/decision.ts";
import { unconfirmedNeeds, unmetNeeds } from "./unmet-needs.ts";

/** A decision, and the kind that is to build it where there is one. */
export interface Decided {
  readonly wish: Wish;
  readonly decision: Decision;
  readonly kind?: ConnectionKind;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Chooses the kind of one connection: of those that join such ends and meet every need, the first in the order of
 * the list. A kind that a person named is the only one considered, and is held against the needs all the same.
 */
export function decide(wish: Wish, kinds: readonly ConnectionKind[]): Decided {
  const candidates = kinds.filter((kind) => joins(kind, wish.ends));
  const weighed = candidates.map((kind) => ({ kind, against: argumentsAgainst(kind, wish) }));
  const open = weighed.filter(({ against }) => against.length === 0).map(({ kind }) => kind);
  const chosen = open.find((kind) => wish.kind === undefined || kind.name === wish.kind);

  const rejected = weighed.flatMap(({ kind, against }): Rejected[] => {
    if (kind === chosen) return [];
    const because = against.length > 0 ? against : [{ text: whyNotPreferred(kind, chosen, wish) }];
    return [{ kind: kind.name, title: kind.title, because }];
  });
  if (!chosen) return impossible(wish, kinds, candidates, rejected);
  if (!chosen.build) return unplanned(wish, chosen, rejected);

  const because = argumentsFor(chosen, wish, open);
  const diagnostics = settingsProblems(chosen, wish);
  return { wish, kind: chosen, decision: { ...base(wish, rejected), ...chosenAs(chosen, wish, because) }, diagnostics };
}

function base(wish: Wish, rejected: readonly Rejected[]) {
  const between: readonly [string, string] = [wish.ends[0].name, wish.ends[1].name];
  return {
    name: wish.name,
    ...(wish.description === undefined ? {} : { description: wish.description }),
    between,
    rejected,
    origin: wish.origin,
  };
}

function chosenAs(kind: ConnectionKind, wish: Wish, because: readonly Reason[]) {
  return {
    status: wish.kind === undefined ? ("chosen" as const) : ("userChose" as const),
    kind: kind.name,
    title: kind.title,
    paths: [{ kind: kind.name, role: "primary" as const }],
    because,
  };
}

function joins(kind: ConnectionKind, ends: Wish["ends"]): boolean {
  const [a, b] = ends.map((end) => end.type);
  return (kind.joins[0] === a && kind.joins[1] === b) || (kind.joins[0] === b && kind.joins[1] === a);
}

function argumentsAgainst(kind: ConnectionKind, wish: Wish): readonly Reason[] {
  const refusal = kind.refuse?.(wish);
  return [
    ...(refusal ? [{ text: refusal.because, ...(refusal.source === undefined ? {} : { source: refusal.source }) }] : []),
    ...(wish.via === undefined || kind.build === undefined ? [] : [unsupportedVia(kind, wish.via)]),
    ...unmetNeeds(wish.needs, kind.claims(wish)),
  ];
}

function unsupportedVia(kind: ConnectionKind, via: string): Reason {
  return { text: `To go through ${via} is asked for. ${kind.title} joins two networks directly and is not transitive.` };
}

function argumentsFor(kind: ConnectionKind, wish: Wish, open: readonly ConnectionKind[]): readonly Reason[] {
  const claims = kind.claims(wish);
  const others = open.filter((other) => other !== kind).map((other) => other.title);
  const why =
    wish.kind !== undefined
      ? `The file asks for ${kind.title} by name, and it meets every need.`
      : others.length > 0
        ? `${kind.title} meets every need and comes before ${others.join(" and ")}.`
        : `${kind.title} alone meets every need.`;
  const facts = [claims.crossesInternet, claims.bandwidthMbps, claims.latencyMs, claims.encryption];
  return [
    { text: why },
    ...facts.map((claim) => ({ text: claim.says, source: claim.source })),
    ...unconfirmedNeeds(wish.needs, claims),
  ];
}

function whyNotPreferred(kind: ConnectionKind, chosen: ConnectionKind | undefined, wish: Wish): string {
  if (wish.kind !== undefined && wish.kind !== kind.name) return "The file asks for another kind by name.";
  return `It meets every need too; ${chosen?.title ?? "another kind"} is simpler and comes first.`;
}

function impossible(
  wish: Wish,
  kinds: readonly ConnectionKind[],
  candidates: readonly ConnectionKind[],
  rejected: readonly Rejected[],
): Decided {
  const named = kinds.find((kind) => kind.name === wish.kind);
  const misplaced = named && !candidates.includes(named);
  const because: readonly Reason[] = misplaced
    ? [{ text: `${named.title} joins ${article(named.joins[0])} and ${article(named.joins[1])}; ${describeEnds(wish)}.` }]
    : candidates.length === 0
      ? [{ text: `Azure joins no such pair: ${describeEnds(wish)}.` }]
      : (rejected.find((entry) => wish.kind === undefined || entry.kind === wish.kind)?.because ?? []);

  const refusal = (named && !misplaced ? [named] : candidates).map((kind) => kind.refuse?.(wish)).find((found) => found);
  const needs = rejected.some((entry) => entry.because.length > 0) && !misplaced;
  const hint = refusal
    ? refusal.waysOut.join(" Or: ").replace(/\. Or: (.)/g, (_, first: string) => `, or ${first.toLowerCase()}`)
    : needs
      ? "Loosen a need, or leave the kind open."
      : "Connect each of them to a virtual network.";
  const diagnostic: Diagnostic = {
    rule: "connection/impossible",
    severity: "error",
    message: `${wish.name} cannot be connected: ${because[0]?.text ?? "no kind meets its needs."}`,
    origin: refusal?.origin ?? wish.origin,
    ...(refusal?.origin ? { related: [{ message: `${wish.name} is asked for here`, origin: wish.origin }] } : {}),
    hint,
  };
  return {
    wish,
    decision: { ...base(wish, rejected), status: "impossible", paths: [], because },
    diagnostics: [diagnostic],
  };
}

/** The honest answer while a kind can be decided for and not yet be built. */
function unplanned(wish: Wish, kind: ConnectionKind, rejected: readonly Rejected[]): Decided {
  const because = [{ text: `${kind.title} is the way to connect them, and this version of Isthmus cannot plan it yet.` }];
  return {
    wish,
    decision: { ...base(wish, rejected), status: "impossible", paths: [], because },
    diagnostics: [
      {
        rule: "connection/unsupported-kind",
        severity: "error",
        message: `${wish.name} takes ${kind.title}, which this version of Isthmus cannot plan yet.`,
        origin: wish.origin,
        hint: "Take the connection out of the file for now, and build it by hand.",
      },
    ],
  };
}

function settingsProblems(kind: ConnectionKind, wish: Wish): readonly Diagnostic[] {
  if (!wish.settings) return [];
  if (kind.settings) {
    const { value, origin } = wish.settings;
    const { diagnostics } = checkSchema(kind.settings, value, origin, "intent");
    return diagnostics.length > 0 ? diagnostics : (kind.checkSettings?.(wish) ?? []);
  }
  return [
    {
      rule: "intent/unknown-key",
      severity: "error",
      message: `${kind.title} takes no settings.`,
      origin: wish.settings.origin,
      at: "key",
      hint: "Remove settings.",
    },
  ];
}

const ARTICLES: Readonly<Record<EndType, string>> = {
  virtualNetwork: "a virtual network",
  site: "a site",
  p2sUsers: "persons on single devices",
};

function article(type: EndType): string {
  return ARTICLES[type];
}

function describeEnds(wish: Wish): string {
  const describe = (end: End) => `${end.name} is ${article(end.type)}`;
  return `${describe(wish.ends[0])} and ${describe(wish.ends[1])}`;
}
