import { predict } from "../../../predict.ts";
import { endpointsOf } from "../../../routing/reach/endpoints.ts";
import { visible } from "../../../source/index.ts";
import { type Picture, styleKey } from "../../map/picture.ts";
import type { Subject } from "../../subject.ts";
import type { PageData, PagePlace } from "../page-data.ts";
import { createAnswerer } from "./answer-relations.ts";
import { type NamedElement, namedElements, nameOfPlace } from "./element-names.ts";
import { failEach } from "./fail-each.ts";
import { type GroupedEndpoint, groupEndpoints } from "./group-endpoints.ts";
import { createInterner } from "./interner.ts";
import { MOST_ENDPOINTS, MOST_PLACES, MOST_TOLD } from "./limits.ts";
import { indexMap, type MapIndex } from "./map-index.ts";
import { outcomeLooks } from "./outcome-looks.ts";
import { relationsOf } from "./relations.ts";
import { createTraceWriter } from "./trace-writer.ts";

/** What the page can tell, and what there was no room for. */
export interface Ways {
  readonly data: PageData;
  readonly endpoints: number;
  /** Rows and columns stand for several endpoints that fare alike. */
  readonly isGrouped: boolean;
  /** Relations of which the page knows the outcome and not the way. */
  readonly untold: number;
  readonly leftOut: readonly NamedElement[];
}

/** The number of endpoints alone where there is nobody to ask about, or too many. */
export function buildPageData(
  { estate, connections }: Pick<Subject, "estate" | "connections">,
  picture: Picture,
): Ways | number {
  const prediction = predict(estate);
  const { topology } = prediction;
  const count = endpointsOf(topology).length;
  if (count < 2 || count > MOST_ENDPOINTS) return count;

  const map = indexMap(picture, connections, topology);
  const reach = prediction.reach();
  const endpoints = groupEndpoints(reach, topology, picture, map);
  const groups = new Set(endpoints.map(({ group }) => group)).size;
  const isGrouped = count > MOST_PLACES;
  const placeNames = endpoints.map(({ endpoint }) => visible(nameOfPlace(endpoint.id, topology, estate)));
  const places = isGrouped
    ? groupPlaces(endpoints, placeNames, map)
    : singlePlaces(endpoints, placeNames, map);

  const nameOf = (id: string) =>
    topology.nodes.get(id)?.role === "subnet" ? nameOfPlace(id, topology, estate) : undefined;
  const writer = createTraceWriter(map, nameOf);
  const answerer = createAnswerer(endpoints, places.numbers, prediction, writer);
  const relations = relationsOf(endpoints);
  const answers = relations.map((relation, index) =>
    answerer.write(
      relation,
      index < MOST_TOLD ? answerer.ask(relation, prediction) : answerer.judge(relation),
    ),
  );
  const healthy = { estate, prediction, endpoints, groups, map, isGrouped };
  const elements = namedElements(prediction.elements(), topology, estate);
  const { situations, leftOut } = failEach(elements, healthy, answerer);

  return {
    data: {
      ...writer.written,
      outcomes: outcomeLooks,
      places: places.list,
      groups,
      lines: linesOf(map, picture),
      answers,
      situations,
    },
    endpoints: count,
    isGrouped,
    untold: Math.max(0, relations.length - MOST_TOLD),
    leftOut,
  };
}

interface Places {
  readonly list: readonly PagePlace[];
  /** By endpoint, the number of its place. */
  readonly numbers: readonly number[];
}

function singlePlaces(
  endpoints: readonly GroupedEndpoint[],
  names: readonly string[],
  map: MapIndex,
): Places {
  const networks = createInterner<string>();
  const list = endpoints.map(({ home, group }, index) => ({
    name: names[index] ?? "",
    count: 1,
    card: map.cardOf(home) ?? -1,
    network: networks.of(home),
    group,
  }));
  return { list, numbers: list.map((_, index) => index) };
}

function groupPlaces(endpoints: readonly GroupedEndpoint[], names: readonly string[], map: MapIndex): Places {
  const sizes = new Map<number, number>();
  for (const { group } of endpoints) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const single = singlePlaces(endpoints, names, map).list;
  const list = [...sizes].map(([group, count]) => {
    const first = single.find((place) => place.group === group);
    const name = `${first?.name}${count > 1 ? ` and ${count - 1} alike` : ""}`;
    return { name, count, card: first?.card ?? -1, network: first?.network ?? -1, group };
  });
  const numbers = new Map(list.map(({ group }, index) => [group, index]));
  return { list, numbers: endpoints.map(({ group }) => numbers.get(group) ?? 0) };
}

function linesOf(map: MapIndex, picture: Picture): PageData["lines"] {
  const looks = createInterner<string>();
  const numbers = new Map(picture.cards.map(({ key }, index) => [key, index]));
  return map.lines.map(({ ends, style }) => ({
    cards: [numbers.get(ends[0]) ?? -1, numbers.get(ends[1]) ?? -1],
    look: looks.of(styleKey(style)),
  }));
}
