import type { Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import type { ConnectionKind, End, EndType, Wish } from "../model/connection-kind.ts";
import type { Reason } from "../model/decision.ts";
import { originWithin } from "../source/origin.ts";
import type { Weighed } from "./decide.ts";

/** Why a wish cannot be met, and the finding that says so at the place that a person must change. */
export interface Impossible {
  readonly because: readonly Reason[];
  readonly diagnostic: Diagnostic;
}

export function impossible(
  wish: Wish,
  kinds: readonly ConnectionKind[],
  weighed: readonly Weighed[],
): Impossible {
  const named = kinds.find((kind) => kind.name === wish.kind);
  const [first, ...others] = weighed.filter(({ kind }) => wish.kind === undefined || kind.name === wish.kind);
  if (named && !first) return misplacedKind(wish, named, weighed);
  if (!first) return noSuchPair(wish);

  // What a person can do about the ends helps only where the needs are met.
  const refused = [first, ...others].find(
    ({ refusal, objections }) => refusal?.origin !== undefined && objections.length === 1,
  );
  if (refused?.refusal) return refusedEnds(wish, refused);
  return unmet(wish, first, others);
}

function misplacedKind(wish: Wish, named: ConnectionKind, weighed: readonly Weighed[]): Impossible {
  const text = `${named.title} joins ${joined(named.joins)}; ${describeEnds(wish)}.`;
  const fitting = weighed.map(({ kind }) => kind.name);
  const hint =
    fitting.length === 0
      ? "Connect each of them to a virtual network."
      : `Remove kind, or write ${fitting.join(" or ")}.`;
  return answer(wish, [{ text }], { origin: originWithin(wish.origin, "kind"), hint });
}

function noSuchPair(wish: Wish): Impossible {
  const text = `${describeEnds(wish)}, and no kind of connection joins these.`;
  return answer(wish, [{ text }], {
    origin: wish.origin,
    hint: "Connect each of them to a virtual network.",
  });
}

function refusedEnds(wish: Wish, { refusal, objections }: Weighed): Impossible {
  const because = objections.map(({ reason }) => reason);
  return answer(wish, because, {
    origin: refusal?.origin ?? wish.origin,
    related: [{ message: `${wish.name} is asked for here`, origin: wish.origin }],
    hint: waysOut(refusal?.waysOut ?? []),
  });
}

/** One sentence where all kinds fail at the same need; otherwise the need that each of them fails at. */
function unmet(wish: Wish, first: Weighed, others: readonly Weighed[]): Impossible {
  const because = first.objections.map(({ reason }) => reason);
  const common = first.objections.find(({ reason }) =>
    others.every(({ objections }) => objections.some((other) => other.reason.text === reason.text)),
  );
  const failing = [first, ...others].flatMap(({ kind, objections }) => {
    const objection = common ?? objections.find(({ need }) => need !== undefined) ?? objections[0];
    return objection ? [{ kind, objection }] : [];
  });
  const places = new Set(failing.map(({ objection }) => (objection.origin ?? wish.origin).path.join("/")));
  const [{ objection: only } = { objection: undefined }] = failing;
  if (places.size === 1 && only) {
    const what = only.origin?.path.at(-1);
    const hint =
      first.refusal && only === first.objections[0]
        ? waysOut(first.refusal.waysOut)
        : `Loosen or remove ${what ?? "a need"}${wish.kind === undefined ? "" : ", or leave the kind open"}.`;
    return answer(wish, because, { text: only.reason.text, origin: only.origin ?? wish.origin, hint });
  }
  const related = failing.map(
    ({ kind, objection }): Related => ({
      message: `${kind.title}: ${objection.reason.text}`,
      origin: objection.origin ?? wish.origin,
    }),
  );
  const text = "no kind of connection meets all of its needs.";
  const way = [first, ...others].find(({ objections, refusal }) => refusal && objections.length === 1)
    ?.refusal?.waysOut[0];
  return answer(wish, because, {
    text,
    origin: originWithin(wish.origin, "needs"),
    related,
    hint: [way, "Loosen or remove one of these needs."].filter((one) => one !== undefined).join(" "),
  });
}

interface Rest {
  readonly text?: string;
  readonly origin: Diagnostic["origin"];
  readonly related?: readonly Related[];
  readonly hint: string;
}

function answer(wish: Wish, because: readonly Reason[], { text, ...rest }: Rest): Impossible {
  const why = text ?? because[0]?.text ?? "no kind meets its needs.";
  return {
    because,
    diagnostic: {
      rule: "connection/impossible",
      severity: "error",
      message: `${wish.name} cannot be connected: ${why}`,
      ...rest,
    },
  };
}

/** `Do this, or that.` */
function waysOut([first = "", ...others]: readonly string[]): string {
  const rest = others.map((way) => `, or ${way.charAt(0).toLowerCase()}${way.slice(1).replace(/\.$/, "")}`);
  return `${[first.replace(/\.$/, ""), ...rest].join("")}.`;
}

const ARTICLES: Readonly<Record<EndType, readonly [one: string, two: string]>> = {
  virtualNetwork: ["a virtual network", "two virtual networks"],
  site: ["a site", "two sites"],
  p2sUsers: ["a group of users", "two groups of users"],
};

function joined([a, b]: readonly [EndType, EndType]): string {
  return a === b ? ARTICLES[a][1] : `${ARTICLES[a][0]} and ${ARTICLES[b][0]}`;
}

function describeEnds({ ends: [a, b] }: Wish): string {
  const describe = (end: End) => `${end.name} is ${ARTICLES[end.type][0]}`;
  return a.type === b.type
    ? `${a.name} and ${b.name} are ${ARTICLES[a.type][1]}`
    : `${describe(a)} and ${describe(b)}`;
}
