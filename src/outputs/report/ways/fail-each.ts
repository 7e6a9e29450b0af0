import type { Estate } from "../../../model/estate.ts";
import type { NodeId } from "../../../model/topology.ts";
import { type Prediction, predict } from "../../../predict.ts";
import { visible } from "../../../source/index.ts";
import { countOf } from "../../map/format-count.ts";
import type { PageElement, PageSituation } from "../page-data.ts";
import { type Answerer, costOf, fingerprintOf } from "./answer-relations.ts";
import { elementKinds, type NamedElement } from "./element-names.ts";
import type { GroupedEndpoint } from "./group-endpoints.ts";
import { ATTEMPTS_AN_ENDPOINT, MOST_TRACES, TRACES_AN_ENDPOINT } from "./limits.ts";
import { type Losses, lossesIn } from "./losses.ts";
import type { MapIndex } from "./map-index.ts";
import { type Relation, relationsOf } from "./relations.ts";

export interface Healthy {
  readonly estate: Estate;
  readonly prediction: Prediction;
  readonly endpoints: readonly GroupedEndpoint[];
  readonly groups: number;
  readonly map: MapIndex;
  /** Endpoints are told as groups: what touches one of a group alone cannot be told. */
  readonly isGrouped: boolean;
}

/** Each element down by itself, in their order, as far as there is room; and what there was none for. */
export function failEach(
  elements: readonly NamedElement[],
  healthy: Healthy,
  answerer: Answerer,
): { readonly situations: readonly PageSituation[]; readonly leftOut: readonly NamedElement[] } {
  const { estate, prediction, endpoints, map } = healthy;
  const situations: PageSituation[] = [];
  const leftOut: NamedElement[] = [];
  const seen = new Map<string, PageElement[]>();
  let room = MOST_TRACES;

  const known = new Map<string, string>();
  function before(relation: Relation): string {
    const key = relation.ends.join(" ");
    const found = known.get(key) ?? fingerprintOf(answerer.ask(relation, prediction));
    known.set(key, found);
    return found;
  }

  for (const element of elements) {
    if (room <= 0) {
      leftOut.push(element);
      continue;
    }
    room -= endpoints.length * ATTEMPTS_AN_ENDPOINT;
    const failed = predict(estate, { down: new Set([element.id]) });
    const losses = lossesIn(failed, prediction, map);
    if (losses.isNothing) continue;
    const shown = { kind: element.kind, name: visible(element.name) };
    const same = seen.get(losses.key);
    if (same) {
      same.push(shown);
      continue;
    }

    const apart = endpointsApart(endpoints, losses.homes);
    if (healthy.isGrouped && apart.length > 0) {
      leftOut.push(element);
      continue;
    }
    const relations = relationsOf(regrouped(endpoints, apart, healthy.groups));
    room -= endpoints.length * TRACES_AN_ENDPOINT;
    const answers = relations.flatMap((relation) => {
      const said = answerer.ask(relation, failed);
      room -= costOf(said);
      return fingerprintOf(said) === before(relation) ? [] : [answerer.write(relation, said)];
    });
    const elements = [shown];
    seen.set(losses.key, elements);
    situations.push({ elements, apart, answers, ...pictureOf(losses) });
  }
  return { situations, leftOut };
}

/** Places of the endpoints that are touched while others of their group are not. */
function endpointsApart(
  endpoints: readonly GroupedEndpoint[],
  homes: ReadonlySet<NodeId>,
): readonly number[] {
  const untouched = new Set(endpoints.filter(({ home }) => !homes.has(home)).map(({ group }) => group));
  return [...endpoints.entries()]
    .filter(([, { home, group }]) => homes.has(home) && untouched.has(group))
    .map(([index]) => index);
}

function regrouped(
  endpoints: readonly GroupedEndpoint[],
  apart: readonly number[],
  groups: number,
): readonly GroupedEndpoint[] {
  const moved = new Set(apart);
  return endpoints.map((one, index) => (moved.has(index) ? { ...one, group: one.group + groups } : one));
}

function pictureOf({
  downLines,
  partialLines,
  cards,
}: Losses): Pick<Losses, "downLines" | "partialLines" | "cards"> {
  return { downLines, partialLines, cards };
}

/** `990 peerings, 2 tunnels`: what no situation was written for. */
export function countLeftOut(leftOut: readonly NamedElement[]): string {
  return elementKinds
    .flatMap((kind) => {
      const count = leftOut.filter((element) => element.kind === kind).length;
      const noun = `${kind.slice(0, 1).toLowerCase()}${kind.slice(1, -1)}`;
      return count === 0 ? [] : [countOf(count, kind.startsWith("VPN") ? kind.slice(0, -1) : noun)];
    })
    .join(", ");
}
