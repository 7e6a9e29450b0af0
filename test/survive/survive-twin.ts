import type { Estate } from "../../src/model/estate.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { ElementId } from "../../src/model/topology.ts";
import type { Trace } from "../../src/model/trace.ts";
import { predict } from "../../src/predict.ts";
import { livingParts } from "../../src/survive/living-parts.ts";
import { traceOf } from "../../src/survive/traces.ts";
import { summariseWays } from "../../src/survive/way-summary.ts";
import type { Failure, Pairs, WaySummary } from "../../src/survive.ts";

/** `from to` with what becomes of it. */
export type Changes = ReadonlyMap<string, string>;

/** The slow and obvious way: the whole estate predicted anew, and every pair of it asked. */
export function createSurviveTwin(estate: Estate) {
  const before = predict(estate);
  const reach = before.reach();
  const homeOf = (id: string) => before.topology.nodes.get(id)?.within ?? id;
  const elements = before.elements();
  const throughPairs = [...reach.pairs()].filter(
    ({ from, to, outcome }) => from !== to && (outcome === "delivered" || outcome === "partlyDenied"),
  );

  function fail(down: Situation["down"]): Changes {
    // A copy, of which nothing is remembered.
    const prediction = predict({ ...estate }, { down });
    const after = prediction.reach();
    const isDown = (id: ElementId) =>
      before.reasonDown(id) === undefined && prediction.reasonDown(id) !== undefined;
    const lost = new Set(elements.filter(isDown));
    const lostLinks = new Set(
      [...before.topology.links.values()].filter(({ id }) => lost.has(id)).map(({ name }) => name),
    );
    /** What is down inside of an end takes its own addresses along, and not the end. */
    const outcomeOf = (from: string, to: string) => {
      const pair = after.outcome(from, to);
      return pair && livingParts(pair, from, to, before.topology, lost);
    };
    const changes = new Map<string, string>();
    for (const { from, to, outcome } of throughPairs) {
      const key = `${from} ${to}`;
      const now = outcomeOf(from, to)?.outcome ?? "notModelled";
      const isThrough = now === "delivered" || (now === "partlyDenied" && outcome === "partlyDenied");
      if (!isThrough) {
        changes.set(key, `lost ${now} ${lost.has(from) || lost.has(to)}`);
        continue;
      }
      const old = traceOf(reach, before, from, to);
      const anew =
        old &&
        goesOver(old, lost, lostLinks) &&
        traceOf({ outcome: outcomeOf, flow: after.flow }, prediction, from, to);
      if (old && anew)
        changes.set(key, `kept ${textOf(summariseWays(old))} / ${textOf(summariseWays(anew))}`);
    }
    return changes;
  }

  return { homeOf, throughPairs: throughPairs.length, endpoints: reach.endpoints.length, fail };
}

function goesOver({ there, back }: Trace, nodes: ReadonlySet<string>, links: ReadonlySet<string>): boolean {
  return [...there, ...back].some(({ hops }) =>
    hops.some(({ node, segment }) => nodes.has(node) || (segment !== undefined && links.has(segment.name))),
  );
}

/** Without the links' names: of networks that nothing tells apart they differ. */
export function textOf(summary: WaySummary): string {
  return JSON.stringify({ ...summary, over: summary.over.length });
}

/** Every pair of a failure, written out. `endpointIn` finds the same endpoint of another network. */
export function writtenOut(
  { lost, kept }: Pick<Failure, "lost" | "kept">,
  endpointIn: (endpoint: string, network: string) => string,
): Changes {
  const changes = new Map<string, string>();
  for (const group of lost)
    for (const key of pairsIn(group, endpointIn)) changes.set(key, `lost ${group.outcome} ${group.endDown}`);
  for (const group of kept)
    for (const key of pairsIn(group, endpointIn))
      changes.set(key, `kept ${textOf(group.before)} / ${textOf(group.after)}`);
  return changes;
}

export function* pairsIn(
  { from, to, relation }: Pairs,
  endpointIn: (endpoint: string, network: string) => string,
): Generator<string> {
  for (const fromNetwork of from.networks)
    for (const toNetwork of to.networks) {
      if (relation === "same" && fromNetwork !== toNetwork) continue;
      if (relation === "other" && fromNetwork === toNetwork) continue;
      for (const a of from.endpoints)
        for (const b of to.endpoints) {
          const [one, other] = [endpointIn(a, fromNetwork), endpointIn(b, toNetwork)];
          if (one !== other) yield `${one} ${other}`;
        }
    }
}

export function inNetwork(endpoint: string, network: string): string {
  return endpoint.replace(/^.*\/virtualnetworks\/[^/]+/, network);
}
