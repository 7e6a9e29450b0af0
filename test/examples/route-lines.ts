import { allRoutes } from "../../src/cli/collect-routes.ts";
import type { Estate } from "../../src/model/estate.ts";
import { predict } from "../../src/predict.ts";

/** One row a line, of subnets with equal rows once; then what each gateway hears. */
export function routeLines(estate: Estate): readonly string[] {
  const { tables, routers } = allRoutes(predict(estate), estate);
  return [
    ...tables.flatMap(({ places, rows }) => {
      const who = places.map(({ name }) => name).join(", ");
      return rows.map(({ source, state, addressPrefix, nextHopType, nextHopIpAddress }) =>
        [`${who}:`, source, state, addressPrefix, nextHopType, ...nextHopIpAddress].join(" "),
      );
    }),
    ...routers.flatMap(({ place, named }) =>
      named.learned.map(({ network, sourcePeer, origin, asPath, weight }) =>
        [`${place.name}:`, origin, network, `from ${sourcePeer ?? "itself"}`, asPath || "-", weight].join(
          " ",
        ),
      ),
    ),
  ].sort();
}
