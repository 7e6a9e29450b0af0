import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import { deploymentSubscription } from "../../model/deployment-scope.ts";
import { GATEWAY_CONNECTION } from "../../model/gateway-connection.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import type { Resource } from "../../model/resource.ts";
import { parseResourceId, scopeId } from "../../model/resource-id.ts";
import type { Unknown } from "../../model/unknown.ts";
import { circuitDemands, gatewayDemand } from "./demands.ts";
import { endsOf } from "./ends.ts";

/** A connection to each circuit of the site, in the scope of the gateway. Wishes that share both share it. */
export function buildConnections(wish: Wish, plan: PlannedParts): readonly Resource[] {
  const ends = endsOf(wish);
  if (!ends) return [];

  const hostOf = (network: string) => plan.hostOf(network);
  const gateway = plan.facilityOf(gatewayDemand(wish, ends, hostOf)).resource;
  const host = hostOf(ends.network.name);
  return circuitDemands(wish, ends, hostOf).map((demand) => {
    const { sized, resource: circuit } = plan.facilityOf(demand);
    return connection(`${host}-to-${sized.name}`, gateway, circuit, wish);
  });
}

function connection(name: string, gateway: Resource, circuit: Resource, wish: Wish): Resource {
  const scope = parseResourceId(gateway.id);
  if (!scope) throw new Error(`${gateway.id} is no id of a gateway`);

  const authorizationKey = authorizationOf(gateway, circuit, wish);
  return {
    id: `${scopeId(scope)}/providers/${GATEWAY_CONNECTION}/${name}`,
    type: GATEWAY_CONNECTION,
    name,
    ...(gateway.location === undefined ? {} : { location: gateway.location }),
    properties: {
      connectionType: "ExpressRoute",
      virtualNetworkGateway1: { id: gateway.id },
      peer: { id: circuit.id },
      ...(authorizationKey ? { authorizationKey } : {}),
    },
    ...(circuit.existing || isOnPort(circuit)
      ? {}
      : {
          deployWhen: {
            parameter: "circuitProvisioned",
            because: `Azure links a gateway only with a circuit that its provider has set to ${circuitProvisioning.value.peeringsNeed}.`,
          },
        }),
    origin: wish.origin,
    parts: [],
  };
}

/** No provider has a part in it: Azure sets it to Provisioned by itself. */
function isOnPort(circuit: Resource): boolean {
  return isReference(referenceOf(circuit, "expressRoutePort"));
}

/** A circuit of another subscription is linked with a key that its owner makes; which the deployment's is, nobody knows yet. */
function authorizationOf(gateway: Resource, circuit: Resource, { origin }: Wish): Unknown | undefined {
  const [own, other] = [gateway, circuit].map(({ id }) => parseResourceId(id)?.subscription.toLowerCase());
  if (own === other) return undefined;

  const maybe = own === deploymentSubscription || other === deploymentSubscription;
  return {
    kind: "unknown",
    because: `the authorization key that the owner of the circuit ${circuit.name} makes for this connection${maybe ? "; empty where both are in one subscription" : ""}`,
    origin,
  };
}
