import type { Estate } from "../../src/model/estate.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import type { Flow, Outcome } from "../../src/model/trace.ts";
import type * as entry from "./predictor-entry.ts";
import {
  cellOf,
  type KnownRoute,
  type RecordedSituation,
  type Recording,
  routeLine,
  tableLines,
} from "./recording.ts";

export type Predictor = typeof entry;

/** Every point where the prediction and what the lab did are apart, as they are found: what routers know comes first. */
export function* disagreements(
  predictor: Predictor,
  estate: Estate,
  recording: Recording,
): Generator<string, void> {
  const predicted = predict(predictor, estate, recording);
  yield* inRouters(predictor, predicted);
  yield* inAnswers(predictor, predicted, recording);
}

export interface Predicted {
  readonly recorded: RecordedSituation;
  readonly topology: Topology;
  readonly situation: Situation;
  readonly solved: ReturnType<Predictor["solveSessions"]>;
}

/** All that traces are made from, in each situation. */
export function predict(
  predictor: Predictor,
  estate: Estate,
  { situations }: Recording,
): readonly Predicted[] {
  const topology = predictor.buildTopology(predictor.indexEstate(estate));
  return situations.map((recorded) => {
    const situation = { down: new Set(recorded.down) };
    return { recorded, topology, situation, solved: predictor.solveSessions(topology, situation) };
  });
}

export function* inRouters(predictor: Predictor, predicted: readonly Predicted[]): Generator<string, void> {
  const [first] = predicted;
  if (!first) return;
  for (const one of predicted) {
    yield* named(one, whatRoutersKnow(predictor, one));
    yield* named(one, whatTablesSay(predictor, one, first.recorded));
  }
}

export function* inAnswers(
  predictor: Predictor,
  predicted: readonly Predicted[],
  recording: Recording,
): Generator<string, void> {
  for (const one of predicted) {
    yield* named(one, whoAnswers(predictor, one, recording));
    yield* named(one, whoHears(predictor, one, recording));
  }
}

function* named({ recorded }: Predicted, found: Iterable<string>): Generator<string, void> {
  const without = recorded.down.map((down) => ` without ${down}`).join("");
  for (const text of found) yield `${text}${without}`;
}

function* whatRoutersKnow(
  predictor: Predictor,
  { recorded, topology, solved }: Predicted,
): Generator<string, void> {
  for (const [id, speaks] of Object.entries(recorded.sessions))
    if (speaks !== (solved.sessions.get(id)?.state === "Connected"))
      yield `session ${id}: the lab's ${speaks ? "is up" : "is down"}`;

  const sessions = Object.keys(recorded.sessions);
  for (const [node, lines] of Object.entries(recorded.routes)) {
    const predicted = knownRoutes(predictor, node, topology, solved).map((route) =>
      routeLine(route, sessions),
    );
    // There is no IPv6 in a lab.
    yield* apart(
      node,
      lines,
      predicted.filter((line) => !line.includes(":")),
    );
  }
}

function knownRoutes(
  { formatPrefix }: Predictor,
  id: string,
  { nodes }: Topology,
  { ribs }: Predicted["solved"],
): readonly KnownRoute[] {
  const hidden = new Set(nodes.get(id)?.speaker?.hides?.map(formatPrefix));
  return [...(ribs.get(id)?.routes.values() ?? [])].flatMap((routes) =>
    routes
      .map((route, index) => ({
        ...route,
        network: formatPrefix(route.prefix),
        asPath: route.asPath.join("-"),
        session: route.session,
        // A router of the lab has its own once, with all their ways.
        isBest: index === 0 || (route.session === undefined && routes[0]?.session === undefined),
      }))
      .filter(({ network }) => !hidden.has(network)),
  );
}

function* whatTablesSay(
  predictor: Predictor,
  { recorded, topology, solved, situation }: Predicted,
  first: RecordedSituation,
): Generator<string, void> {
  const routesOf = predictor.createForwardingRoutes(topology, solved, situation);
  const up = predictor.createUp(topology, situation);
  for (const [key, lines] of Object.entries({ ...first.tables, ...recorded.tables })) {
    const [at = "", id = ""] = key.split(" ");
    const [node, table] = [topology.nodes.get(at), topology.tables.get(id)];
    if (!node || !table) yield `${key} is in the lab alone`;
    else if (recorded.tables[key] !== undefined || up.isUp(at)) {
      const routes = routesOf(table, node);
      const open = new Set(
        routes.flatMap(({ prefix, unresolved }) => (unresolved ? predictor.formatPrefix(prefix) : [])),
      );
      const isDecided = (line: string) => !open.has(line.split(" ")[0] ?? "");
      yield* apart(key, lines.filter(isDecided), tableLines(routes, predictor).filter(isDecided));
    }
  }
}

function* whoAnswers(
  predictor: Predictor,
  predicted: Predicted,
  recording: Recording,
): Generator<string, void> {
  for (const { asked, row, column, trace, pair } of tracesOf(predictor, predicted, recording, "answers")) {
    const answers = predicted.recorded.answers[asked]?.[row]?.charAt(column) === "1";
    if (predictor.verdictOf(trace, answers) === "differs")
      yield `${asked} ${pair}: the lab ${answers ? "answers" : "is silent"}, predicted ${trace.outcome}`;
  }
}

/** Of several flows, which hosts get some and whether some are lost: there equal ways that end differently can be told. */
function* whoHears(
  predictor: Predictor,
  predicted: Predicted,
  recording: Recording,
): Generator<string, void> {
  const places = new Map(recording.hosts.map(({ node }, index) => [node, index]));
  for (const { asked, row, column, trace, pair } of tracesOf(predictor, predicted, recording, "heard")) {
    const { there, truncated } = trace;
    if (truncated || there.some(({ outcome }) => isUndecided(outcome))) continue;

    const arriving = there.filter(({ outcome }) => outcome === "delivered");
    const by = arriving.map(({ hops }) => places.get(hops.at(-1)?.node ?? "") ?? NOBODY);
    const foretold = cellOf(by, arriving.length < there.length);
    const cell = predicted.recorded.heard?.[asked]?.[row]?.split(" ")[column];
    if (cell !== foretold) yield `${asked} ${pair}: ${cell} hears in the lab, predicted ${foretold}`;
  }
}

/** In a lab whoever hears is a host. */
const NOBODY = -1;

function isUndecided(outcome: Outcome): boolean {
  return outcome === "notModelled" || outcome === "overlap";
}

/** From each host to each other, and to what stands for several. */
function* tracesOf(
  predictor: Predictor,
  { recorded, topology, solved, situation }: Predicted,
  { hosts, frontEnds = [] }: Recording,
  what: "answers" | "heard",
) {
  const tracer = predictor.createTracer(topology, solved, situation);
  for (const asked of Object.keys(recorded[what] ?? {}))
    for (const [row, from] of hosts.entries())
      for (const [column, to] of [...hosts, ...frontEnds].entries()) {
        const [source, destination] = [from.address, to.address].map(predictor.parseAddress);
        if (row === column || source === undefined || destination === undefined) continue;
        // Who stands behind a load balancer has its address itself in a lab.
        if (topology.nodes.get(to.node)?.balances?.includes(from.node)) continue;

        const ends = [
          { node: from.node, address: source },
          { node: to.node, address: destination },
        ] as const;
        const trace = tracer.trace(...ends, flowOf(asked));
        yield { asked, row, column, trace, pair: `${from.node} to ${to.node}` };
      }
}

function* apart(node: string, recorded: readonly string[], predicted: readonly string[]): Generator<string> {
  const [inLab, foretold] = [new Set(recorded), new Set(predicted)];
  for (const line of inLab) if (!foretold.has(line)) yield `${node} has ${line} in the lab`;
  for (const line of foretold) if (!inLab.has(line)) yield `${node} is predicted to have ${line}`;
}

function flowOf(asked: string): Flow {
  const [protocol, port] = asked.split(" ");
  if (port === undefined) return { protocol: "icmp" };
  return { protocol: protocol === "udp" ? "udp" : "tcp", port: Number(port) };
}
