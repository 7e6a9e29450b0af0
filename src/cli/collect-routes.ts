import type { BgpPeerStatus, EffectiveRoute, GatewayRoute } from "../model/effective-route.ts";
import type { Estate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import { routeTableOf } from "../model/route-table.ts";
import type { Layer, Node, Table } from "../model/topology.ts";
import { subnetOf } from "../model/virtual-network.ts";
import type { Prediction } from "../predict.ts";
import { nameOfElement, nameOfNode, type Place } from "./places.ts";

/** One table, and everything that looks its packets up in it. */
export interface RoutesOfTable {
  readonly places: readonly Place[];
  readonly rows: readonly EffectiveRoute[];
  readonly disableBgpRoutePropagation: boolean;
}

/** What a router says and hears: a gateway, a Route Server, a circuit's edge, a device. */
export interface RoutesOfRouter {
  readonly place: Place;
  readonly isDown: boolean;
  readonly peers: readonly BgpPeerStatus[];
  readonly learned: readonly GatewayRoute[];
  /** The same for people: names where nobody has looked an address up. */
  readonly named: {
    readonly peers: readonly BgpPeerStatus[];
    readonly learned: readonly GatewayRoute[];
  };
  readonly advertised: readonly {
    readonly by: string;
    readonly peer: string;
    readonly routes: readonly GatewayRoute[];
  }[];
}

export interface CollectedRoutes {
  readonly tables: readonly RoutesOfTable[];
  readonly routers: readonly RoutesOfRouter[];
}

const HAS_TABLE = new Set<Node["role"]>(["subnet", "networkInterface", "site", "p2sUsers"]);

/** Everything that has routes to show, by its id; several instances of one gateway are one, and themselves. */
export function routePlaces({ topology }: Prediction, estate: Estate): readonly Place[] {
  const ids = [...topology.nodes.values()].flatMap(({ id, role, speaker }) => {
    if (speaker) return [id, id.replace(/#.*$/, ""), id.replace(/\/edge$/, "")];
    return HAS_TABLE.has(role) || role === "virtualNetwork" ? [id] : [];
  });
  return [...new Set(ids)].sort().map((id) => ({ id, name: nameOfElement(id, estate) }));
}

export function routesAt(place: Place, prediction: Prediction, estate: Estate): CollectedRoutes {
  const node = prediction.topology.nodes.get(place.id);
  if (node?.role === "virtualNetwork") return routesOfNetwork(node, prediction, estate);

  const table = node && HAS_TABLE.has(node.role) ? prediction.tableOf(place.id) : undefined;
  if (table) return { tables: [routesOfTable([place], table, prediction, estate)], routers: [] };
  return { tables: [], routers: [routesOfRouter(place, prediction, estate)] };
}

function routesOfNetwork({ id }: Node, prediction: Prediction, estate: Estate): CollectedRoutes {
  return { tables: sharedTables(prediction, estate, (node) => node.within === id), routers: [] };
}

export function allRoutes(prediction: Prediction, estate: Estate): CollectedRoutes {
  const gateways = [...prediction.topology.nodes.values()].flatMap(({ id, role, speaker }) =>
    speaker && (role === "gatewayInstance" || role === "routeServer") ? [id.replace(/#.*$/, "")] : [],
  );
  return {
    tables: sharedTables(prediction, estate, () => true),
    routers: [...new Set(gateways)]
      .sort()
      .map((id) => routesOfRouter({ id, name: nameOfElement(id, estate) }, prediction, estate)),
  };
}

/** Subnets whose rows are equal are shown together. Those of one set of layers are so without a look at the rows. */
function sharedTables(
  prediction: Prediction,
  estate: Estate,
  isAsked: (node: Node) => boolean,
): readonly RoutesOfTable[] {
  const byLayers = new Map<string, { readonly table: Table; readonly places: Place[] }>();
  const numbers = new Map<Layer, number>();
  for (const node of prediction.topology.nodes.values()) {
    const table = node.role === "subnet" && isAsked(node) ? prediction.tableOf(node.id) : undefined;
    if (!table) continue;
    const key = table.layers.map((layer) => numberOf(layer, numbers)).join(" ");
    const place = { id: node.id, name: nameOfElement(node.id, estate) };
    const group = byLayers.get(key);
    if (group) group.places.push(place);
    else byLayers.set(key, { table, places: [place] });
  }

  const byRows = new Map<string, RoutesOfTable>();
  for (const { table, places } of byLayers.values()) {
    const found = routesOfTable(places, table, prediction, estate);
    const key = JSON.stringify([found.rows, found.disableBgpRoutePropagation]);
    byRows.set(key, { ...found, places: [...(byRows.get(key)?.places ?? []), ...places] });
  }
  return [...byRows.values()].map((found) => ({ ...found, places: found.places.toSorted(byName) }));
}

function byName(a: Place, b: Place): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function numberOf(layer: Layer, numbers: Map<Layer, number>): number {
  const number = numbers.get(layer) ?? numbers.size;
  numbers.set(layer, number);
  return number;
}

function routesOfTable(
  places: readonly Place[],
  table: Table,
  prediction: Prediction,
  estate: Estate,
): RoutesOfTable {
  const subnet = estate.resources.get(table.id.replace(/\/routes$/, ""));
  const found = subnet && routeTableOf(subnetOf(subnet), indexEstate(estate));
  return {
    places,
    rows: prediction.effectiveRoutesOf(places[0]?.id ?? "") ?? [],
    disableBgpRoutePropagation: found?.kind === "table" && found.table.disableBgpRoutePropagation === true,
  };
}

function routesOfRouter(place: Place, prediction: Prediction, estate: Estate): RoutesOfRouter {
  const nameOf = (id: string) => nameOfNode(id, estate);
  const reasons = prediction.speakersOf(place.id).map(({ id }) => prediction.reasonDown(id));
  return {
    place,
    isDown: reasons.length > 0 && reasons.every((reason) => reason !== undefined),
    peers: prediction.bgpPeersOf(place.id),
    learned: prediction.learnedRoutesOf(place.id),
    named: {
      peers: prediction.bgpPeersOf(place.id, nameOf),
      learned: prediction.learnedRoutesOf(place.id, nameOf),
    },
    advertised: prediction.advertisedRoutesOf(place.id).map(({ by, peer, routes }) => ({
      by: nameOf(by),
      peer: nameOf(peer),
      routes,
    })),
  };
}
