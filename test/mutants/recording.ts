import { createHash } from "node:crypto";
import type { formatPrefix, Prefix } from "../../src/ip/index.ts";
import type { decidingRoutes } from "../../src/lab/deciding-routes.ts";
import type { GatewayRoute } from "../../src/model/effective-route.ts";
import type { Estate } from "../../src/model/estate.ts";

/** What one lab did, in every situation that it was put into. Written once; every mutant is held against it. */
export interface Recording {
  /** `seed-27`, or what an estate is called that was written for it. */
  readonly name: string;
  /** Of the estate that the lab was made from: one that is drawn otherwise today has to be recorded anew. */
  readonly estate: string;
  readonly hosts: readonly RecordedHost[];
  /** Addresses that stand for several hosts, which are asked after these; absent where nobody asked them. */
  readonly frontEnds?: readonly RecordedHost[];
  readonly situations: readonly RecordedSituation[];
}

export interface RecordedHost {
  readonly node: string;
  readonly address: string;
}

export interface RecordedSituation {
  readonly down: readonly string[];
  /** By what was asked: `icmp`, `tcp 22`. A line for each sender, in it a `1` for each host that answers. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** By what was sent: `udp 5000`. A line for each sender, in it a cell for each who is asked: which hosts hear. Absent where nobody listened. */
  readonly heard?: Readonly<Record<string, readonly string[]>>;
  /** What each router knows, a route a line: prefix, origin, AS path, weight, local preference, the session's place in `sessions`; `*`: the best. */
  readonly routes: Readonly<Record<string, readonly string[]>>;
  /** Whether the two speak. */
  readonly sessions: Readonly<Record<string, boolean>>;
  /** By place and table, what the kernel does with each prefix; those alone that are not as in the first situation. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

export function fingerprintOf({ resources, ...rest }: Estate): string {
  const text = JSON.stringify([[...resources], rest]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

export interface KnownRoute extends Pick<GatewayRoute, "network" | "origin" | "asPath" | "weight"> {
  readonly localPreference: number;
  readonly session: string | undefined;
  readonly isBest: boolean;
}

/** As the line of a recording: addresses that Azure would choose are the lab's own, so they are left out. */
export function routeLine(route: KnownRoute, sessions: readonly string[]): string {
  const { network, origin, asPath, weight, localPreference, session, isBest } = route;
  const heard = session === undefined ? "-" : sessions.indexOf(session);
  // Of what reflectors hand on RFC 4456 compares who had it first, and of Azure nobody knows.
  const mark = isBest && origin !== "IBgp" ? "*" : "";
  return [network, origin, asPath || "-", weight, localPreference, heard, mark].join(" ").trim();
}

/** Hosts by their numbers. `2`: all flows come to this one; `2,3`: some to each; `?` behind it: some are lost; `-`: all are. */
export function cellOf(heardBy: Iterable<number>, areSomeLost: boolean): string {
  const numbers = [...new Set(heardBy)].toSorted((a, b) => a - b);
  return numbers.length === 0 ? "-" : `${numbers.join(",")}${areSomeLost ? "?" : ""}`;
}

interface TableRoute {
  readonly prefix: Prefix;
  readonly nextHops: readonly string[];
}

/** Prefixes are read by none but the bundle that made them. */
interface Reading {
  readonly decidingRoutes: typeof decidingRoutes;
  readonly formatPrefix: typeof formatPrefix;
}

/** What decides, a prefix a line, with who gets a packet. */
export function tableLines(routes: readonly TableRoute[], by: Reading): readonly string[] {
  return by
    .decidingRoutes(routes)
    .map(({ prefix, nextHops }) => `${by.formatPrefix(prefix)} ${nextHops.join(" ")}`.trim());
}
