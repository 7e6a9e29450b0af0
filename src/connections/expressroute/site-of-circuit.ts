import type { EstateIndex } from "../../model/estate-index.ts";
import type { ExpressRouteConnection } from "../../model/express-route-connection.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Origin } from "../../source/origin.ts";

/**
 * The name of the site at a circuit's far end: that of the provider's router which says so, or the site that the
 * circuit was written in. `undefined` where nobody says.
 */
export function siteOfCircuit(
  { circuitKey, circuit }: ExpressRouteConnection,
  { estate }: EstateIndex,
): string | undefined {
  const router = estate.providerRouters.find(({ circuits }) =>
    circuits.some((id) => keyOf(id) === circuitKey),
  );
  if (router?.site !== undefined) return router.site;
  if (!circuit) return undefined;

  return estate.sites.find(({ origin }) => isWithin(circuit.resource.origin, origin))?.name;
}

function isWithin(inner: Origin, outer: Origin): boolean {
  return (
    outer.path.length > 0 &&
    inner.path.length > outer.path.length &&
    inner.file === outer.file &&
    outer.path.every((key, index) => inner.path[index] === key)
  );
}
