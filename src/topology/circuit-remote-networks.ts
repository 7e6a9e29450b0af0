import { remoteVirtualNetworksOnCircuit } from "../azure/transit.ts";
import { type Prefix, parsePrefix, subtract } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { booleanOf, propertyOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { waysOfCircuit } from "./express-route-ways.ts";
import { announcedPrefixes } from "./gateway-announced.ts";
import type { StandingGateway } from "./gateway-instances.ts";
import { perEstate } from "./per-estate.ts";

/** Whose packets a circuit hands to a gateway: those of other networks on it only where the gateway takes them. */
export function sourcesFor(
  { resource }: StandingGateway,
  circuit: ResourceId,
  estate: EstateIndex,
): readonly Prefix[] | undefined {
  const flag = booleanOf(propertyOf(resource, "allowRemoteVnetTraffic"));
  return (flag ?? remoteVirtualNetworksOnCircuit.value.allowedByDefault)
    ? undefined
    : outsideNetworks(circuit, estate);
}

/** Whether several networks meet there. */
export function joinsNetworks(circuit: ResourceId, estate: EstateIndex): boolean {
  return networksOn(circuit, estate).size > 1;
}

const known = perEstate(() => new Map<ResourceId, readonly Prefix[]>());

/** Everything but the networks of the circuit: one list for all of its gateways. */
function outsideNetworks(circuit: ResourceId, estate: EstateIndex): readonly Prefix[] | undefined {
  const networks = networksOn(circuit, estate);
  if (networks.size < 2) return undefined;

  const outside = known(estate).get(circuit) ?? subtractAll([...networks], estate);
  known(estate).set(circuit, outside);
  return outside;
}

function subtractAll(networks: readonly ResourceId[], estate: EstateIndex): readonly Prefix[] {
  const inside = networks.flatMap((network) => announcedPrefixes(network, estate));
  return ["0.0.0.0/0", "::/0"].flatMap((text) => {
    const all = parsePrefix(text);
    return all
      ? subtract(
          all,
          inside.filter(({ family }) => family === all.family),
        )
      : [];
  });
}

function networksOn(circuit: ResourceId, estate: EstateIndex): ReadonlySet<ResourceId> {
  return new Set(waysOfCircuit(circuit, estate).map(({ gateway }) => gateway.networkKey));
}
