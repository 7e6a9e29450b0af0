import type { Endpoint, Reach } from "../../../model/reach.ts";
import type { NodeId, Topology } from "../../../model/topology.ts";
import { neighbourhoods } from "../../map/neighbourhoods.ts";
import { type Picture, styleKey } from "../../map/picture.ts";
import type { MapIndex } from "./map-index.ts";

/** An endpoint, and the group of those that fare like it. */
export interface GroupedEndpoint {
  readonly endpoint: Endpoint;
  readonly home: NodeId;
  readonly group: number;
}

/**
 * Alike are endpoints in cards of one area that are joined to the same others in the same way, under the same filters
 * and user routes, and that have the same outcomes with one member of every other group. What is traced for one is
 * told for all.
 */
export function groupEndpoints(
  reach: Reach,
  topology: Topology,
  picture: Picture,
  map: MapIndex,
): readonly GroupedEndpoint[] {
  const looks = looksOf(picture, map);
  const first = numbered(
    reach.endpoints.map((endpoint) => {
      const home = map.homeOf(endpoint.id);
      return [looks.get(home) ?? home, settingsOf(endpoint.id, topology)].join(" | ");
    }),
  );
  const leaders = leadersOf(reach.endpoints, first, map);
  const refined = numbered(
    reach.endpoints.map(({ id }, index) => {
      const outcomes = leaders.map((found) => {
        const leader = found.find((one) => map.homeOf(one) !== map.homeOf(id));
        return leader === undefined
          ? "near"
          : `${outcomeText(reach, id, leader)} ${outcomeText(reach, leader, id)}`;
      });
      return [first[index], ...outcomes].join(" / ");
    }),
  );
  return reach.endpoints.map((endpoint, index) => ({
    endpoint,
    home: map.homeOf(endpoint.id),
    group: refined[index] ?? 0,
  }));
}

/** Of each group a member, and one in another network, so that everybody has one that is elsewhere. */
function leadersOf(
  endpoints: readonly Endpoint[],
  groups: readonly number[],
  { homeOf }: MapIndex,
): readonly (readonly NodeId[])[] {
  const leaders = new Map<number, NodeId[]>();
  for (const [index, { id }] of endpoints.entries()) {
    const found = leaders.get(groups[index] ?? 0);
    if (!found) leaders.set(groups[index] ?? 0, [id]);
    else if (found.length < 2 && homeOf(found[0] ?? id) !== homeOf(id)) found.push(id);
  }
  return [...leaders.values()];
}

function outcomeText(reach: Reach, from: NodeId, to: NodeId): string {
  const pair = reach.outcome(from, to);
  return `${pair?.outcome}${pair?.mixed ? "*" : ""}`;
}

/** Of each home: its sort, its area, and what it hangs on. Of a stack the members look alike already. */
function looksOf(picture: Picture, map: MapIndex): ReadonlyMap<NodeId, string> {
  const around = neighbourhoods(map.lines);
  const byCard = picture.cards.map(({ key, type, area, existing }) => {
    const hangsOn = [...(around.get(key) ?? [])].flatMap(([other, lines]) =>
      lines.map(({ style, count }) => `${other} ${styleKey(style)} ${count}`),
    );
    return JSON.stringify([type, area, existing, hangsOn.length === 0 ? key : hangsOn.sort()]);
  });
  return new Map([...map.numberOfCard].map(([home, card]) => [home, byCard[card] ?? home]));
}

function settingsOf(id: NodeId, { nodes, tables }: Topology): string {
  const node = nodes.get(id);
  const layers = tables.get(node?.table ?? "")?.layers ?? [];
  const own = layers.filter(({ source }) => source === "User").map((layer) => layer.id);
  return JSON.stringify([
    node?.role,
    node?.outbound,
    node?.inbound,
    node?.egress?.by,
    node?.prefixes.map(({ family }) => family),
    own,
  ]);
}

function numbered(keys: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  return keys.map((key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key) ?? 0;
  });
}
