import type { EffectiveRoute, GatewayRoute } from "../model/effective-route.ts";
import type { Situation } from "../model/situation.ts";
import type { CollectedRoutes, RoutesOfRouter, RoutesOfTable } from "./collect-routes.ts";
import type { ComparedRoutes } from "./compare-routes.ts";
import type { GapsShown } from "./gaps-shown.ts";

interface Asked extends GapsShown {
  /** The name of what was asked for; absent: everything. */
  readonly where: string | undefined;
  readonly situation: Situation;
}

/** What `routes --format json` answers: of one table in the shape of Azure's own answer. */
export function routesAnswer({ tables, routers }: CollectedRoutes, asked: Asked, isOne: boolean) {
  const [table] = tables;
  const [router] = routers;
  return {
    ...head(asked),
    ...(isOne && table ? { value: rowsAnswer(table) } : {}),
    ...(isOne && router ? routerAnswer(router) : {}),
    ...(isOne
      ? {}
      : {
          tables: tables.map((one) => ({
            where: one.places.map(({ name }) => name),
            value: rowsAnswer(one),
          })),
          gateways: routers.map((one) => ({ where: one.place.name, ...routerAnswer(one) })),
        }),
    ...foot(asked),
  };
}

export function comparedAnswer(compared: ComparedRoutes, table: RoutesOfTable, asked: Asked) {
  const answerOf = (row: EffectiveRoute) => rowAnswer(row, table.disableBgpRoutePropagation);
  return {
    ...head(asked),
    value: rowsAnswer(table),
    against: {
      matched: compared.matched.length,
      missing: compared.missing.map(answerOf),
      surplus: compared.surplus.map(answerOf),
      differing: compared.differing.map(({ recorded, predicted }) => ({
        recorded: answerOf(recorded),
        predicted: answerOf(predicted),
      })),
      leftOut: compared.leftOut,
    },
    ...foot(asked),
  };
}

function head({ where, situation }: Asked) {
  return {
    format: "isthmus/routes",
    version: 1,
    ...(where === undefined ? {} : { where }),
    down: [...situation.down].sort(),
  };
}

function foot({ notModelled, assumed }: Asked) {
  return { notModelled, assumed };
}

function rowsAnswer({ rows, disableBgpRoutePropagation }: RoutesOfTable) {
  return rows.map((row) => rowAnswer(row, disableBgpRoutePropagation));
}

function rowAnswer(row: EffectiveRoute, disableBgpRoutePropagation: boolean) {
  const { name, source, state, addressPrefix, nextHopType, nextHopIpAddress } = row;
  return {
    ...(name === undefined ? {} : { name }),
    disableBgpRoutePropagation,
    source,
    state,
    addressPrefix: [addressPrefix],
    nextHopIpAddress,
    nextHopType,
  };
}

function routerAnswer({ peers, learned, advertised }: RoutesOfRouter) {
  return {
    bgpPeerStatus: peers.map(withoutUndefined),
    learnedRoutes: learned.map(gatewayRouteAnswer),
    advertisedRoutes: advertised.map(({ by, peer, routes }) => ({
      by,
      peer,
      value: routes.map(gatewayRouteAnswer),
    })),
  };
}

function gatewayRouteAnswer(route: GatewayRoute) {
  return withoutUndefined(route);
}

/** What nobody has looked up is absent. */
function withoutUndefined(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
