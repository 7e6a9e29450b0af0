import { firstAddress, type Prefix } from "../../../ip/index.ts";
import type { PairOutcome, PairPart, Reach } from "../../../model/reach.ts";
import type { NodeId } from "../../../model/topology.ts";
import type { Outcome, Trace } from "../../../model/trace.ts";
import type { Prediction } from "../../../predict.ts";
import { changedPrefixes, worstOutcome } from "../../../routing/index.ts";
import { livingParts } from "../../../survive/living-parts.ts";
import type { PageAnswer } from "../page-data.ts";
import type { GroupedEndpoint } from "./group-endpoints.ts";
import type { Relation } from "./relations.ts";
import type { TraceWriter } from "./trace-writer.ts";

/** What a situation says of the pair that stands for a relation: a trace, or where there is none how it ends. */
export type Said = Trace | Outcome;

export interface Answerer {
  ask(relation: Relation, prediction: Prediction): Said;
  /** Without the way. */
  judge(relation: Relation): Outcome;
  write(relation: Relation, said: Said): PageAnswer;
}

export function createAnswerer(
  endpoints: readonly GroupedEndpoint[],
  /** The number of an endpoint's place on the page. */
  places: readonly number[],
  healthy: Prediction,
  writer: TraceWriter,
): Answerer {
  const reaches = new WeakMap<Prediction, Reach>();
  const outcomes = new Map<string, PairOutcome | undefined>();
  const cuts = new WeakMap<Prediction, (prefix: Prefix) => boolean>();
  const lost = new WeakMap<Prediction, ReadonlySet<NodeId>>();
  const idsOf = ({ ends: [from, to] }: Relation) =>
    [endpoints[from]?.endpoint.id ?? "", endpoints[to]?.endpoint.id ?? ""] as const;

  function reachOf(prediction: Prediction): Reach {
    const found = reaches.get(prediction) ?? prediction.reach();
    reaches.set(prediction, found);
    return found;
  }

  function healthyOutcome(relation: Relation): PairOutcome | undefined {
    const key = relation.ends.join(" ");
    if (!outcomes.has(key)) outcomes.set(key, reachOf(healthy).outcome(...idsOf(relation)));
    return outcomes.get(key);
  }

  function cutsIn(prediction: Prediction): (prefix: Prefix) => boolean {
    const found = cuts.get(prediction) ?? changedPrefixes(healthy.topology, healthy, prediction).cuts;
    cuts.set(prediction, found);
    return found;
  }

  function lostIn(prediction: Prediction): ReadonlySet<NodeId> {
    const found = lost.get(prediction) ?? findLost(healthy, prediction);
    lost.set(prediction, found);
    return found;
  }

  function traceOf(relation: Relation, { from: [a], to: [b] }: PairPart, prediction: Prediction): Said {
    const [from, to] = idsOf(relation);
    if (!a || !b) return "notModelled";
    const start = { node: from, address: firstAddress(a) };
    return prediction.trace(start, { node: to, address: firstAddress(b) }, reachOf(healthy).flow);
  }

  /** Addresses that fare alike with everything up do so in every situation where no route tells them apart. */
  function worstPart(relation: Relation, prediction: Prediction): PairPart | undefined {
    const before = healthyOutcome(relation);
    if (prediction === healthy || !before) return worstOf(before);
    const ends = relation.ends.flatMap((end) => endpoints[end]?.endpoint.prefixes ?? []);
    const living = (pair: PairOutcome | undefined) =>
      pair && livingParts(pair, ...idsOf(relation), healthy.topology, lostIn(prediction));
    if (ends.some(cutsIn(prediction)))
      return worstOf(living(reachOf(prediction).outcome(...idsOf(relation))));
    if (before.parts.length < 2) return before.parts[0];

    const parts = living(before)?.parts ?? [];
    const outcomes = parts.map((part) => outcomeIn(traceOf(relation, part, prediction)));
    return parts[outcomes.findIndex((outcome) => outcome === worstOutcome(outcomes))];
  }

  return {
    ask: (relation, prediction) => {
      const part = worstPart(relation, prediction);
      return part
        ? traceOf(relation, part, prediction)
        : (healthyOutcome(relation)?.outcome ?? "notModelled");
    },
    judge: (relation) => healthyOutcome(relation)?.outcome ?? "notModelled",
    write: (relation, said) => {
      const {
        from,
        to,
        together,
        ends: [a, b],
      } = relation;
      const ends = [places[a] ?? 0, places[b] ?? 0] as const;
      const trace = typeof said === "string" ? writer.writeOutcome(said, ends) : writer.write(said, ends);
      return [from, to, together, trace];
    },
  };
}

function worstOf(pair: PairOutcome | undefined): PairPart | undefined {
  return pair?.parts.find(({ outcome }) => outcome === pair.outcome) ?? pair?.parts[0];
}

function outcomeIn(said: Said): Outcome {
  return typeof said === "string" ? said : said.outcome;
}

function findLost(healthy: Prediction, failed: Prediction): ReadonlySet<NodeId> {
  const isLost = (id: NodeId) => failed.reasonDown(id) !== undefined && healthy.reasonDown(id) === undefined;
  return new Set([...healthy.topology.nodes.keys()].filter(isLost));
}

const fingerprints = new WeakMap<Trace, string>();

/** By what a person would see of it. */
export function fingerprintOf(said: Said): string {
  if (typeof said === "string") return said;
  const known = fingerprints.get(said) ?? writeFingerprint(said);
  fingerprints.set(said, known);
  return known;
}

function writeFingerprint(said: Trace): string {
  const ways = [...said.there, ...said.back].map(({ outcome, because, hops }) => [
    outcome,
    because,
    ...hops.flatMap(({ node, segment, decidedBy }) => [
      node,
      segment?.name ?? "",
      ...decidedBy.map((decider) => (decider.what === "route" ? decider.addressPrefix : "")),
    ]),
  ]);
  return JSON.stringify([said.outcome, said.because, ways]);
}

/** In traces of a few hops: where many ways are equal, one costs as much as several. */
export function costOf(said: Said): number {
  if (typeof said === "string") return 1;
  const hops = [...said.there, ...said.back].reduce((sum, way) => sum + way.hops.length, 0);
  return Math.max(1, hops / 15);
}
