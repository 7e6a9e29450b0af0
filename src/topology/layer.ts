import { routePreference } from "../azure/system-routes.ts";
import type { Layer, LayerId, Row } from "../model/topology.ts";

/** What Azure puts there by itself. */
export function defaultLayer(
  id: LayerId,
  rows: readonly Row[],
  { shields, final = false }: { readonly shields: boolean; readonly final?: boolean },
): Layer {
  return { id, source: "Default", rank: routePreference.value.Default, rows, shields, yields: false, final };
}

/** What somebody wrote into a route table. */
export function userLayer(id: LayerId, rows: readonly Row[]): Layer {
  const rank = routePreference.value.User;
  return { id, source: "User", rank, rows, shields: false, yields: false, final: false };
}

/** What speakers program: empty until the sessions are solved. */
export function learnedLayer(id: LayerId): Layer {
  return {
    id,
    source: "VirtualNetworkGateway",
    rank: routePreference.value.VirtualNetworkGateway,
    rows: [],
    shields: false,
    yields: true,
    final: false,
  };
}
