import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { End, Wish } from "../model/connection-kind.ts";
import type { ConnectionIntent, EndPattern, Intent } from "../model/intent.ts";
import { originWithin } from "../source/origin.ts";
import { unknownName } from "./unknown-name.ts";

/** A wish, and whether a person named both its ends: that is more definite than a pattern that covers them. */
interface Candidate {
  readonly wish: Wish;
  readonly isNamed: boolean;
  readonly isPartial: boolean;
}

/** One wish a pair: lists, patterns and `mesh` spread out. Of a pattern and a pair by name, the pair counts. */
export function expandConnections(intent: Intent): {
  readonly wishes: readonly Wish[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const ends = endsByName(intent);
  const byPair = new Map<string, Candidate>();

  for (const connection of intent.connections) {
    for (const candidate of candidatesOf(connection, ends, intent, diagnostics)) {
      const key = pairKey(candidate.wish);
      const first = byPair.get(key);
      if (!first || (candidate.isNamed && !first.isNamed)) byPair.set(key, candidate);
      else if (candidate.isNamed === first.isNamed && !isSame(first.wish, candidate.wish)) {
        diagnostics.push(duplicate(candidate.wish, first.wish));
      }
    }
  }
  const whole = [...byPair.values()].filter(({ isPartial }) => !isPartial);
  return { wishes: whole.map(({ wish }) => wish), diagnostics };
}

/** The names of both ends in order of the alphabet: the same pair, whichever way round it was written. */
export function pairKey(wish: Pick<Wish, "ends">): string {
  const [a, b] = wish.ends.map((end) => end.name).sort();
  return `${a} - ${b}`;
}

type Ends = ReadonlyMap<string, End>;

function endsByName(intent: Intent): Ends {
  return new Map<string, End>([
    ...intent.virtualNetworks.map((network): [string, End] => [
      network.name,
      { type: "virtualNetwork", name: network.name, network },
    ]),
    ...intent.sites.map((site): [string, End] => [site.name, { type: "site", name: site.name, site }]),
    ...intent.p2sUsers.map((users): [string, End] => [
      users.name,
      { type: "p2sUsers", name: users.name, users },
    ]),
  ]);
}

interface Match {
  readonly end: End;
  readonly isNamed: boolean;
  readonly pattern: EndPattern;
}

function candidatesOf(
  connection: ConnectionIntent,
  ends: Ends,
  intent: Intent,
  diagnostics: Diagnostic[],
): readonly Candidate[] {
  const found = diagnostics.length;
  const via = viaProblem(connection, ends, intent);
  if (via) diagnostics.push(via);
  const groups = (connection.mesh ? [connection.mesh] : (connection.between ?? [])).map((patterns) =>
    withoutRepeats(
      patterns.flatMap((pattern) => matchesOf(pattern, ends, intent, diagnostics)),
      diagnostics,
    ),
  );
  const [left = [], right] = groups;
  const pairs = right ? left.length * right.length : (left.length * (left.length - 1)) / 2;
  if (isTooMany(pairs, connection, diagnostics)) return [];

  const candidates = right
    ? left.flatMap((a) => right.flatMap((b) => candidate(connection, a, b, diagnostics) ?? []))
    : left.flatMap((a, index) =>
        left.slice(index + 1).flatMap((b) => candidate(connection, a, b, diagnostics) ?? []),
      );
  const isComplete = groups.every((group) => group.length > 0);
  if (candidates.length === 0 && diagnostics.length === found && isComplete)
    diagnostics.push(joinsNothing(connection, left));
  return via ? candidates.map((one) => ({ ...one, isPartial: true })) : candidates;
}

function viaProblem({ via, origin }: ConnectionIntent, ends: Ends, intent: Intent): Diagnostic | undefined {
  if (via === undefined || ends.has(via) || intent.broken.has(via)) return undefined;
  return unknownName({ text: via, origin: originWithin(origin, "via") }, intent);
}

/** A name that a pattern beside it covers as well is no slip; one that is written twice is. */
function withoutRepeats(matches: readonly Match[], diagnostics: Diagnostic[]): readonly Match[] {
  const byName = new Map<string, Match>();
  for (const match of matches) {
    const first = byName.get(match.end.name);
    if (first?.isNamed && match.isNamed) diagnostics.push(repeated(match, first));
    if (!first || (match.isNamed && !first.isNamed)) byName.set(match.end.name, match);
  }
  return [...byName.values()];
}

/** Far above what Azure joins in one network, and still quickly counted. */
const MOST_PAIRS = 200_000;

function isTooMany(pairs: number, connection: ConnectionIntent, diagnostics: Diagnostic[]): boolean {
  if (pairs <= MOST_PAIRS) return false;

  diagnostics.push({
    rule: "intent/exceeds-connection-limit",
    severity: "error",
    message: `This one entry asks for ${pairs.toLocaleString("en")} connections; ${MOST_PAIRS.toLocaleString("en")} are planned at most.`,
    origin: connection.origin,
    hint: "Connect the networks through hubs.",
  });
  return true;
}

function candidate(
  connection: ConnectionIntent,
  a: Match,
  b: Match,
  diagnostics: Diagnostic[],
): Candidate | undefined {
  const isNamed = a.isNamed && b.isNamed;
  if (a.end.name === b.end.name) {
    // A pattern that also covers the other end means the rest; naming it twice is a slip.
    if (isNamed) diagnostics.push(toItself(b));
    return undefined;
  }
  const { needs, origin, description, kind, sku, via, settings } = connection;
  return {
    isNamed,
    isPartial: connection.isPartial === true,
    wish: {
      name: `${a.end.name} - ${b.end.name}`,
      ...(description === undefined ? {} : { description }),
      ends: [a.end, b.end],
      needs,
      ...(kind === undefined ? {} : { kind }),
      ...(sku === undefined ? {} : { sku }),
      ...(via === undefined ? {} : { via }),
      ...(settings === undefined ? {} : { settings }),
      origin,
    },
  };
}

function matchesOf(
  pattern: EndPattern,
  ends: Ends,
  intent: Intent,
  diagnostics: Diagnostic[],
): readonly Match[] {
  if (!pattern.text.includes("*")) {
    const end = ends.get(pattern.text);
    if (end) return [{ end, isNamed: true, pattern }];
    if (!intent.broken.has(pattern.text)) diagnostics.push(unknownName(pattern, intent));
    return [];
  }
  const matches = matcherOf(pattern.text);
  const found = [...ends.values()].filter((end) => matches(end.name));
  // Networks first: `*` beside a hub means the other networks, not every site and user as well.
  const type = (["virtualNetwork", "site", "p2sUsers"] as const).find((type) =>
    found.some((end) => end.type === type),
  );
  const chosen = found.filter((end) => end.type === type);
  if (chosen.length === 0 && ![...intent.broken].some(matches)) diagnostics.push(emptyPattern(pattern));
  return chosen.map((end) => ({ end, isNamed: false, pattern }));
}

/** Only `*` is special; found from left to right, for an expression could take for ever on a hostile pattern. */
function matcherOf(pattern: string): (name: string) => boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop() ?? "";
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false;

    let from = first.length;
    for (const part of rest) {
      const found = name.indexOf(part, from);
      if (found < 0) return false;
      from = found + part.length;
    }
    return from <= name.length - last.length;
  };
}

function isSame(a: Wish, b: Wish): boolean {
  return a.origin.path.join() === b.origin.path.join();
}

function emptyPattern(pattern: EndPattern): Diagnostic {
  return {
    rule: "intent/unknown-name",
    severity: "error",
    message: `"${pattern.text}" fits no name of this file.`,
    origin: pattern.origin,
    hint: "Change the pattern, or remove the connection.",
  };
}

function toItself(match: Match): Diagnostic {
  return {
    rule: "intent/invalid-connection",
    severity: "error",
    message: `${match.end.name} is connected to itself.`,
    origin: match.pattern.origin,
    hint: "Name another network, or remove the connection.",
  };
}

function repeated(match: Match, first: Match): Diagnostic {
  return {
    rule: "intent/duplicate-connection",
    severity: "error",
    message: `${match.end.name} stands twice in this list.`,
    origin: match.pattern.origin,
    related: [{ message: `${match.end.name} stands here`, origin: first.pattern.origin }],
    hint: "Remove one of them.",
  };
}

function joinsNothing(connection: ConnectionIntent, members: readonly Match[]): Diagnostic {
  const names = members.map(({ end }) => end.name).join(", ");
  return {
    rule: "intent/invalid-connection",
    severity: "error",
    message: `This connection joins nothing: all that it names is ${names}.`,
    origin: originWithin(connection.origin, connection.mesh ? "mesh" : "between"),
    hint: "Name at least one other network, site or group of users.",
  };
}

function duplicate(wish: Wish, first: Wish): Diagnostic {
  const isBackup = wish.kind !== first.kind && wish.ends.some(({ type }) => type === "site");
  return {
    rule: "intent/duplicate-connection",
    severity: "error",
    message: `${wish.name} is asked for twice.`,
    origin: wish.origin,
    related: [{ message: `${first.name} stands here`, origin: first.origin }],
    hint: isBackup
      ? "Write one of them, without kind; a VPN behind a circuit comes of needs: { resilience: circuit }."
      : "Put all needs into one connection, and remove the other.",
  };
}
