import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import type { Layer, LayerId } from "../model/topology.ts";
import { gatewayNetworkOf } from "./gateway-transit.ts";
import { learnedLayer } from "./layer.ts";
import { perEstate } from "./per-estate.ts";

/** Where the gateways and the Route Server of a network put what they have learned. */
export function gatewayLayerId(networkKey: ResourceId): LayerId {
  return `${networkKey}/gatewayroutes`;
}

const layers = perEstate(() => new Map<ResourceId, Layer>());

/** One for a network with gateways and all that use them; `undefined` where there are none to use. */
export function gatewayLayerOf(networkKey: ResourceId, estate: EstateIndex): Layer | undefined {
  const gateways = gatewayNetworkOf(networkKey, estate);
  if (!gateways) return undefined;

  const hub = gateways.networkKey;
  const layer = layers(estate).get(hub) ?? learnedLayer(gatewayLayerId(hub));
  layers(estate).set(hub, layer);
  return layer;
}
