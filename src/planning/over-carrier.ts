import type { ConnectionKind, Refusal, Wish } from "../model/connection-kind.ts";
import type { Reason } from "../model/decision.ts";
import type { Weighed } from "./decide.ts";
import { lesserClaims } from "./lesser-claims.ts";
import { type Objection, unconfirmedNeeds, unmetNeeds } from "./unmet-needs.ts";

/** A kind that lacks encryption, and another whose tunnels run over it; both in the form that this takes. */
export interface OverCarrier {
  readonly carrier: ConnectionKind;
  readonly tunnels: ConnectionKind;
  readonly because: readonly Reason[];
  /** What speaks against the two together; empty where they are an answer. */
  readonly objections: readonly Objection[];
  readonly refusal?: Refusal;
}

/** `undefined` where no kind lacks encryption, or none runs over it. */
export function overCarrier(wish: Wish, weighed: readonly Weighed[]): OverCarrier | undefined {
  const found = weighed.find(
    ({ kind, refusal, objections }) =>
      !refusal &&
      (wish.kind === undefined || wish.kind === kind.name) &&
      kind.carriesTunnels !== undefined &&
      objections.some(({ need }) => need === "encryption") &&
      objections.every(({ need }) => need !== undefined),
  );
  const carrier = found?.kind.carriesTunnels;
  const tunnels = weighed.find(({ kind }) => kind.runsOver !== undefined)?.kind.runsOver;
  if (!found || !carrier || !tunnels) return undefined;

  const refusal = tunnels.refuse?.(wish);
  const [below, above] = [carrier.claims(wish), tunnels.claims(wish)];
  const claims = lesserClaims(below, above);
  const facts = [
    claims.encryption,
    claims.crossesInternet,
    claims.bandwidthMbps,
    ...(wish.needs.bandwidth?.value.guaranteed ? [claims.bandwidthIsGuaranteed] : []),
    below.sla,
    above.sla,
  ];
  return {
    carrier,
    tunnels,
    because: [
      {
        text: `${carrier.title} meets every need but encryption, and ${tunnels.title} encrypts what goes over it.`,
      },
      ...found.objections.map(({ reason }) => reason),
      ...facts.map(({ says, source }) => ({ text: says, source })),
      ...unconfirmedNeeds(wish.needs, claims),
      ...(tunnels.notes?.(wish) ?? []),
      ...(carrier.notes?.(wish) ?? []),
    ],
    objections: [
      ...(refusal ? [refusedTunnels(refusal, tunnels, carrier)] : []),
      ...unmetNeeds(wish.needs, claims),
    ],
    ...(refusal ? { refusal } : {}),
  };
}

/** Why a kind that could carry is no answer after all: what speaks against the tunnels over it says more. */
export function withTunnelObjections(
  weighed: readonly Weighed[],
  over: OverCarrier | undefined,
): readonly Weighed[] {
  if (!over) return weighed;

  const { carrier, objections, refusal } = over;
  return weighed.map((one) =>
    one.kind.name === carrier.name
      ? { kind: one.kind, ...(refusal ? { refusal } : {}), objections: [...objections] }
      : one,
  );
}

function refusedTunnels(
  { because, source, origin }: Refusal,
  tunnels: ConnectionKind,
  carrier: ConnectionKind,
): Objection {
  return {
    reason: {
      text: `Only ${tunnels.title} over ${carrier.title} would encrypt: ${because}`,
      ...(source === undefined ? {} : { source }),
    },
    ...(origin ? { origin } : {}),
  };
}
