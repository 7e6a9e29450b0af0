import type { Design } from "../../src/design.ts";
import type { Decision, PathDecision } from "../../src/model/decision.ts";
import type { Medium } from "../../src/model/topology.ts";
import type { Segment, Trace, Way } from "../../src/model/trace.ts";
import type { Prediction } from "../../src/predict.ts";
import { claimsOf, needsOf } from "./designed.ts";
import { endOf, endSeenFrom, type Host, hostsOf } from "./hosts.ts";

/** What a packet goes through, by the kind of the connection that carries it. */
const MEDIA: Readonly<Record<string, readonly Medium[]>> = {
  "virtual-network-peering": ["backbone"],
  "vnet-to-vnet": ["ipsec"],
  "site-to-site": ["ipsec"],
  expressroute: ["circuit"],
  "point-to-site": ["openvpn", "ikev2", "sstp"],
};

const ALWAYS: ReadonlySet<Segment["medium"]> = new Set(["network"]);

interface Held {
  readonly traces: number;
  /** A line each, once: `orders - utrecht: dropped`. */
  readonly deviations: readonly string[];
}

/** A decided connection traced from every subnet of one end to the other, both ways, held against what was decided. */
export function holdDecision(
  decision: Decision,
  design: Design,
  prediction: Prediction,
  paths: readonly PathDecision[] = decision.paths.filter(({ role }) => role === "primary"),
): Held {
  const deviations = new Set<string>();
  let traces = 0;
  for (const [from, to] of pairsOf(decision, design, prediction)) {
    const trace = traceBetween(from, to, prediction);
    traces += 1;
    const name = `${nameAt(from, decision, design, prediction)} - ${nameAt(to, decision, design, prediction)}`;
    if (trace.outcome !== "delivered") deviations.add(`${name}: ${trace.outcome}`);
    else for (const text of wrongOf(trace, paths, decision, design)) deviations.add(`${name}: ${text}`);
  }
  return { traces, deviations: [...deviations].sort() };
}

export function traceBetween(from: Host, to: Host, prediction: Prediction): Trace {
  const flow = { protocol: "tcp", port: 443 } as const;
  return prediction.trace(endOf(from), endSeenFrom(from, to, prediction.topology), flow);
}

function* pairsOf(
  { between: [one, other] }: Decision,
  design: Design,
  { topology }: Prediction,
): Iterable<readonly [Host, Host]> {
  for (const a of hostsOf(one, design, topology))
    for (const b of hostsOf(other, design, topology))
      if (a.family === b.family) {
        yield [a, b];
        yield [b, a];
      }
}

function nameAt(
  { node }: Host,
  { between: [one, other] }: Decision,
  design: Design,
  { topology }: Prediction,
) {
  return hostsOf(one, design, topology).some((host) => host.node === node) ? one : other;
}

function wrongOf(
  { there, back }: Trace,
  paths: readonly PathDecision[],
  decision: Decision,
  design: Design,
): readonly string[] {
  return [...there, ...back].flatMap((way) => [
    ...wrongMedia(way, paths),
    ...wrongClaims(way, paths, decision, design),
    ...(needsOf(decision, design)?.encryption?.value === "betweenNetworks" ? inTheClear(way) : []),
  ]);
}

function wrongMedia(way: Way, paths: readonly PathDecision[]): readonly string[] {
  const used = new Set(segmentsOf(way).map(({ medium }) => medium));
  const mayUse = new Set<Segment["medium"]>([
    ...ALWAYS,
    ...paths.flatMap(({ kind, via }) => [
      ...(MEDIA[kind] ?? []),
      ...(via === undefined ? [] : (["backbone"] as const)),
    ]),
  ]);
  // What carries tunnels need not be told apart from them.
  const carriers = new Set(paths.flatMap(({ over }) => over ?? []));
  const unused = paths
    .filter(({ kind }) => !carriers.has(kind) && !MEDIA[kind]?.some((medium) => used.has(medium)))
    .map(({ kind }) => `no ${kind}`);
  return [...unused, ...[...used].filter((medium) => !mayUse.has(medium)).map((medium) => `over ${medium}`)];
}

function wrongClaims(
  way: Way,
  paths: readonly PathDecision[],
  decision: Decision,
  design: Design,
): readonly string[] {
  const claims = paths.map((path) => ({ path, claims: claimsOf(path, decision, design) }));
  const saysInternet = claims.some(({ claims }) => claims?.crossesInternet.value === true);
  const crosses = segmentsOf(way).some(({ crossesInternet }) => crossesInternet);
  const encryption = claims.flatMap(({ path, claims }) => {
    const own = segmentsOf(way).filter(({ medium }) => MEDIA[path.kind]?.some((one) => one === medium));
    const is = claims?.encryption.value === "betweenNetworks";
    return own.some(({ encryptedBy }) => (encryptedBy !== undefined) !== is)
      ? [`${path.kind} is ${is ? "not " : ""}encrypted`]
      : [];
  });
  return [
    ...(crosses === saysInternet ? [] : [crosses ? "crosses the internet" : "does not cross the internet"]),
    ...encryption,
  ];
}

function inTheClear(way: Way): readonly string[] {
  return segmentsOf(way)
    .filter(({ medium, encryptedBy }) => !ALWAYS.has(medium) && encryptedBy === undefined)
    .map(({ medium }) => `${medium} in the clear`);
}

function segmentsOf({ hops }: Way): readonly Segment[] {
  return hops.flatMap(({ segment }) => segment ?? []);
}
