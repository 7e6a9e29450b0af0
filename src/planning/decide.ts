import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkSchema } from "../diagnostics/schema-diagnostics.ts";
import type { ConnectionKind, Refusal, Wish } from "../model/connection-kind.ts";
import type { Decision, Reason, Rejected } from "../model/decision.ts";
import type { Intent } from "../model/intent.ts";
import { originWithin } from "../source/origin.ts";
import { impossible } from "./impossible.ts";
import { type OverCarrier, overCarrier, withTunnelObjections } from "./over-carrier.ts";
import { type Objection, unconfirmedNeeds, unmetNeeds } from "./unmet-needs.ts";
import { type WithBackup, withBackup } from "./with-backup.ts";

/** A decision, and the kind that is to build it where there is one. */
export interface Decided {
  readonly wish: Wish;
  readonly decision: Decision;
  readonly kind?: ConnectionKind;
  /** What runs over it, and encrypts what goes there. */
  readonly tunnels?: ConnectionKind;
  /** What stands in while the first way is down. */
  readonly backup?: ConnectionKind;
  /** Names of the kinds that meet every need as well, and came after the chosen one. */
  readonly alternatives?: readonly string[];
  /** It goes through the gateways of other connections, and has no kind of its own. */
  readonly isTransit?: true;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the name of a wish: kinds that it must not take after all, and why. */
export type Forbidden = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A kind that joins such ends, and what speaks against it. */
export interface Weighed {
  readonly kind: ConnectionKind;
  readonly refusal?: Refusal;
  readonly objections: readonly Objection[];
}

/**
 * Chooses the kind of one connection: of those that join such ends and meet every need, the first in the order of
 * the list. A kind that a person named is the only one considered, and is held against the needs all the same.
 */
export function decide(
  wish: Wish,
  kinds: readonly ConnectionKind[],
  prefer: Intent["prefer"] = "checklist",
  preferred?: string,
  forbidden: ReadonlyMap<string, string> = new Map(),
): Decided {
  const alone = kinds
    .filter((kind) => joins(kind, wish.ends))
    .map((kind) => weigh(kind, wish, forbidden.get(kind.name)));
  const open = alone.filter(({ objections }) => objections.length === 0).map(({ kind }) => kind);
  const wanted = wish.kind ?? (forbidden.has(preferred ?? "") ? undefined : preferred);
  const chosen = open.find((kind) => wanted === undefined || kind.name === wanted);

  const over = chosen ? undefined : overCarrier(wish, alone);
  if (over?.objections.length === 0) return carried(wish, over, alone);

  const pair = chosen || wish.kind !== undefined ? undefined : withBackup(alone);
  if (pair) return backedUp(wish, pair, alone);

  const weighed = withTunnelObjections(alone, over);

  const rejected = weighed.flatMap(({ kind, objections }): Rejected[] => {
    if (kind === chosen) return [];
    const against = objections.map(({ reason }) => reason);
    const because = against.length > 0 ? against : [{ text: whyNotPreferred(kind, chosen, wish) }];
    return [rejectedKind(kind, because)];
  });
  // What is wrong with the ends themselves comes first: a kind that cannot be planned yet is no way around it.
  const isAboutEnds = weighed.some(
    ({ kind, refusal }) =>
      refusal?.origin !== undefined && kind.build !== undefined && wish.kind === undefined,
  );
  if (!chosen || (isAboutEnds && !chosen.build)) {
    const { because, diagnostic } = impossible(wish, kinds, weighed);
    return {
      wish,
      decision: { ...base(wish, rejected), status: "impossible", paths: [], because },
      diagnostics: [diagnostic],
    };
  }
  if (!chosen.build) return unplanned(wish, chosen, rejected);

  const decision = {
    ...base(wish, rejected),
    ...chosenAs(
      chosen,
      wish,
      argumentsFor(chosen, wish, open, preferred === undefined ? prefer : "checklist"),
    ),
  };
  const diagnostics = settingsProblems(chosen, wish);
  const alternatives = open
    .filter((kind) => kind !== chosen && kind.build !== undefined && wish.kind === undefined)
    .map(({ name }) => name);
  return { wish, decision, ...(diagnostics.length === 0 ? { kind: chosen, alternatives } : {}), diagnostics };
}

function carried(
  wish: Wish,
  { carrier, tunnels, because }: OverCarrier,
  weighed: readonly Weighed[],
): Decided {
  const decision: Decision = {
    ...base(wish, allBut([carrier, tunnels], weighed)),
    status: wish.kind === undefined ? "chosen" : "userChose",
    kind: carrier.name,
    title: `${carrier.title}, with ${tunnels.title} over it`,
    paths: [
      { kind: tunnels.name, role: "primary", over: carrier.name },
      { kind: carrier.name, role: "primary" },
    ],
    because,
  };
  const diagnostics = settingsProblems(carrier.settings ? carrier : tunnels, wish);
  return { wish, decision, ...(diagnostics.length === 0 ? { kind: carrier, tunnels } : {}), diagnostics };
}

function backedUp(
  wish: Wish,
  { primary, backup, because }: WithBackup,
  weighed: readonly Weighed[],
): Decided {
  const decision: Decision = {
    ...base(wish, allBut([primary, backup], weighed)),
    status: "chosen",
    kind: primary.name,
    title: `${primary.title}, with ${backup.title} behind it`,
    paths: [
      { kind: primary.name, role: "primary" },
      { kind: backup.name, role: "backup" },
    ],
    because: [...because, ...(primary.notes?.(wish) ?? []), ...(backup.notes?.(wish) ?? [])],
  };
  const diagnostics = settingsProblems(primary, wish);
  return { wish, decision, ...(diagnostics.length === 0 ? { kind: primary, backup } : {}), diagnostics };
}

function allBut(taken: readonly ConnectionKind[], weighed: readonly Weighed[]): readonly Rejected[] {
  const names = taken.map(({ name }) => name);
  return weighed
    .filter(({ kind }) => !names.includes(kind.name))
    .map(({ kind, objections }) =>
      rejectedKind(
        kind,
        objections.map(({ reason }) => reason),
      ),
    );
}

function rejectedKind(kind: ConnectionKind, because: readonly Reason[]): Rejected {
  return { kind: kind.name, title: kind.title, paths: [{ kind: kind.name, role: "primary" }], because };
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

function weigh(kind: ConnectionKind, wish: Wish, forbiddenBecause?: string): Weighed {
  const refusal = kind.refuse?.(wish);
  const objections: readonly Objection[] = [
    ...(refusal ? [refused(refusal)] : []),
    ...(wish.via === undefined || kind.gateway === "ownOrPeers"
      ? []
      : [unsupportedVia(kind, wish, wish.via)]),
    ...unmetNeeds(wish.needs, kind.claims(wish)),
    ...(forbiddenBecause === undefined ? [] : [{ reason: { text: forbiddenBecause } }]),
  ];
  return { kind, ...(refusal ? { refusal } : {}), objections };
}

function refused({ because, source, origin }: Refusal): Objection {
  return {
    reason: { text: because, ...(source === undefined ? {} : { source }) },
    ...(origin ? { origin } : {}),
  };
}

function unsupportedVia(kind: ConnectionKind, wish: Wish, via: string): Objection {
  const text = `To go through ${via} is asked for, and ${kind.title} joins its two ends directly.`;
  return { reason: { text }, origin: originWithin(wish.origin, "via") };
}

function argumentsFor(
  kind: ConnectionKind,
  wish: Wish,
  open: readonly ConnectionKind[],
  prefer: Intent["prefer"],
): readonly Reason[] {
  const claims = kind.claims(wish);
  const others = open.filter((other) => other !== kind).map((other) => other.title);
  const why =
    wish.kind !== undefined
      ? `The file asks for ${kind.title} by name, and it meets every need.`
      : others.length > 0
        ? whyFirst(kind, open, others)
        : `${kind.title} alone meets every need.`;
  const facts = [claims.crossesInternet, claims.bandwidthMbps, claims.latencyMs, claims.encryption];
  return [
    { text: why },
    ...facts.map((claim) => ({ text: claim.says, source: claim.source })),
    ...(kind.notes?.(wish) ?? []),
    ...(wish.needs.encryption?.value === "byApplication" ? [{ text: VOUCHED }] : []),
    ...unconfirmedNeeds(wish.needs, claims),
    ...preference(prefer, others),
  ];
}

/** By the order of the list, or, where another comes first there, because the price was to decide. */
function whyFirst(kind: ConnectionKind, open: readonly ConnectionKind[], others: readonly string[]): string {
  return open[0] === kind
    ? `${kind.title} meets every need and comes before ${others.join(" and ")}.`
    : `${kind.title} meets every need, and the whole design costs less with it than with ${others.join(" or ")}.`;
}

const VOUCHED = "The file vouches that the applications encrypt what they send; Isthmus cannot check that.";

/** Latency is preferred only where figures exist, and cost is compared where the whole design is known. */
function preference(prefer: Intent["prefer"], others: readonly string[]): readonly Reason[] {
  if (prefer !== "latency" || others.length === 0) return [];
  return [
    { text: `prefer: latency is asked for; nobody publishes one of ${others.join(" and ")} that is lower.` },
  ];
}

function whyNotPreferred(kind: ConnectionKind, chosen: ConnectionKind | undefined, wish: Wish): string {
  if (wish.kind !== undefined && wish.kind !== kind.name) return "The file asks for another kind by name.";
  return `It meets every need too; ${chosen?.title ?? "another kind"} is preferred.`;
}

/** The honest answer while a kind can be decided for and not yet be built. */
function unplanned(wish: Wish, kind: ConnectionKind, rejected: readonly Rejected[]): Decided {
  const because = [
    { text: `${kind.title} is the way to connect them, and this version of Isthmus cannot plan it yet.` },
  ];
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
