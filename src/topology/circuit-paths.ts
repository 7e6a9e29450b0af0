import { addressAt, formatAddress, type Prefix, parsePrefix } from "../ip/index.ts";
import type { ProviderRouter } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import {
  allExpressRouteCircuits,
  type CircuitPeering,
  type ExpressRouteCircuit,
  isPrivatePeering,
  peeringsOfCircuit,
} from "../model/express-route-circuit.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LayerId, LinkId, NodeId, TableId } from "../model/topology.ts";
import { atId, observed } from "./gateway-observations.ts";
import { perEstate } from "./per-estate.ts";

/** One of the two ways of a circuit: a link to the provider, and Microsoft's router at its end. */
export interface CircuitPath {
  readonly name: "primary" | "secondary";
  readonly edge: NodeId;
  readonly table: TableId;
  readonly learned: LayerId;
  /** From the provider's router to the edge. */
  readonly link: LinkId;
  /** Of that link, a /30; absent until somebody has agreed on it. */
  readonly prefix?: Prefix;
  readonly customerAddress?: string;
  readonly microsoftAddress?: string;
  /** What an interface is shown as next hop of this path. */
  readonly effectiveNextHopIp?: string;
}

export interface PrivateCircuit {
  readonly key: ResourceId;
  readonly circuit: ExpressRouteCircuit;
  readonly peering: CircuitPeering | undefined;
  readonly families: readonly (4 | 6)[];
  readonly paths: readonly CircuitPath[];
  readonly router: ProviderRouter | undefined;
}

export const privateCircuits = perEstate((estate): ReadonlyMap<ResourceId, PrivateCircuit> => {
  const routers = new Map(
    estate.estate.providerRouters.flatMap((router) =>
      router.circuits.map((id) => [keyOf(id), router] as const),
    ),
  );
  return new Map(
    allExpressRouteCircuits(estate).map((circuit) => {
      const key = keyOf(circuit.resource.id);
      return [key, readCircuit(key, circuit, routers.get(key), estate)];
    }),
  );
});

/** The address with which the path's edge speaks to a gateway. */
export function edgeAddressTo(
  gateway: ResourceId,
  { key }: PrivateCircuit,
  { name }: CircuitPath,
  estate: EstateIndex,
): string | undefined {
  return textOf(atId(valueAt(observed(key, name, estate), ["gatewayPeers"]), gateway));
}

function readCircuit(
  key: ResourceId,
  circuit: ExpressRouteCircuit,
  router: ProviderRouter | undefined,
  estate: EstateIndex,
): PrivateCircuit {
  const peering = peeringsOfCircuit(circuit, estate).find(isPrivatePeering);
  const ipv6 =
    peering && textOf(propertyOf(peering.resource, "ipv6PeeringConfig", "primaryPeerAddressPrefix"));
  return {
    key,
    circuit,
    peering,
    families: ipv6 === undefined ? [4] : [4, 6],
    paths: (["primary", "secondary"] as const).map((name) => readPath(key, name, peering, estate)),
    router,
  };
}

/** The customer has the first address of a link, Microsoft the second. */
function readPath(
  key: ResourceId,
  name: CircuitPath["name"],
  peering: CircuitPeering | undefined,
  estate: EstateIndex,
): CircuitPath {
  const text = peering && textOf(propertyOf(peering.resource, `${name}PeerAddressPrefix`));
  const prefix = text === undefined ? undefined : parsePrefix(text);
  const shown = textOf(valueAt(observed(key, name, estate), ["effectiveNextHopIp"]));
  const address = (offset: number) => {
    const found = prefix && addressAt(prefix, offset);
    return found && formatAddress(found);
  };
  const [customerAddress, microsoftAddress] = [address(1), address(2)];
  const edge = `${key}#${name}/edge`;
  return {
    name,
    edge,
    table: `${edge}/table`,
    learned: `${edge}/learned`,
    link: `${key}#${name}`,
    ...(prefix === undefined ? {} : { prefix }),
    ...(customerAddress === undefined ? {} : { customerAddress }),
    ...(microsoftAddress === undefined ? {} : { microsoftAddress }),
    ...(shown === undefined ? {} : { effectiveNextHopIp: shown }),
  };
}
