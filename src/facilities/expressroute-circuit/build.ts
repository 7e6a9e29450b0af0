import type { PlannedNetworks } from "../../model/connection-kind.ts";
import { deploymentResourceGroup, deploymentSubscription } from "../../model/deployment-scope.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../../model/express-route-circuit.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { parseResourceId, scopeId } from "../../model/resource-id.ts";
import type { Unknown, ValueObject } from "../../model/unknown.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { authorizationOf, onPort, partsOnPort, portOf } from "./port.ts";
import { privatePeering } from "./private-peering.ts";
import { isSizedCircuit, type SizedCircuit } from "./size.ts";
import { formatSkuName } from "./sku-name.ts";

/**
 * The circuit, as it is ordered, and its private peering. A circuit that exists is only referred to, and so are the
 * ports of ExpressRoute Direct that it stands on.
 */
export function buildCircuit(sized: SizedFacility, networks: PlannedNetworks): readonly Resource[] {
  if (!isSizedCircuit(sized)) throw new Error(`${sized.name} is no circuit`);
  if (sized.circuit.existing !== undefined) return [existingCircuit(sized, sized.circuit.existing)];

  const circuit = newCircuit(sized, networks);
  const { port } = sized.circuit;
  if (port === undefined) return [circuit, privatePeering(circuit, "provider")];
  return [circuit, privatePeering(circuit, "customer"), portOf(sized.circuit, port)];
}

function existingCircuit({ circuit }: SizedCircuit, id: string): Resource {
  return {
    id,
    type: EXPRESS_ROUTE_CIRCUIT,
    name: nameOfId(id),
    properties: providerProperties({
      serviceProviderName: circuit.provider,
      peeringLocation: circuit.peeringLocation,
      bandwidthInMbps: circuit.bandwidthMbps,
    }),
    existing: true,
    origin: circuit.origin,
    parts: partsOf(circuit.origin),
  };
}

function newCircuit(
  { circuit, order, name, virtualNetworks }: SizedCircuit,
  networks: PlannedNetworks,
): Resource {
  if (!order) throw new Error(`${name} has no size`);

  const { origin, port } = circuit;
  const [first] = virtualNetworks;
  const network = first === undefined ? undefined : networks.resourceOf(first);
  const scope = (network && parseResourceId(network.id)) ?? {
    subscription: deploymentSubscription,
    resourceGroup: deploymentResourceGroup,
  };
  const { tier, family, mbps } = order;
  return {
    id: `${scopeId(scope)}/providers/${EXPRESS_ROUTE_CIRCUIT}/${name}`,
    type: EXPRESS_ROUTE_CIRCUIT,
    name,
    location: network?.location ?? unknown(`the region that ${name} is managed from`, origin),
    properties:
      port === undefined
        ? throughProvider(name, circuit, mbps)
        : onPort(port, mbps, authorizationOf(name, circuit, port, scope.subscription)),
    envelope: { sku: { name: formatSkuName(tier, family), tier, family } },
    origin,
    parts: port === undefined ? partsOf(origin) : partsOnPort(origin),
  };
}

function throughProvider(
  name: string,
  { provider, peeringLocation, origin }: CircuitIntent,
  mbps: number,
): ValueObject {
  return providerProperties({
    serviceProviderName: provider ?? unknown(`the provider of ${name}, as Azure lists it`, origin),
    peeringLocation: peeringLocation ?? unknown(`the peering location of ${name}, as Azure lists it`, origin),
    bandwidthInMbps: mbps,
  });
}

function providerProperties(
  properties: Readonly<Record<string, string | number | Unknown | undefined>>,
): ValueObject {
  const known = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return known.length === 0 ? {} : { serviceProviderProperties: Object.fromEntries(known) };
}

function unknown(because: string, origin: Origin): Unknown {
  return { kind: "unknown", because, origin };
}

function partsOf(origin: Origin): readonly Part[] {
  const part = (property: string, key: string): Part => ({
    at: ["properties", "serviceProviderProperties", property],
    origin: originWithin(origin, key),
  });
  return [
    part("serviceProviderName", "provider"),
    part("peeringLocation", "peeringLocation"),
    part("bandwidthInMbps", "bandwidth"),
  ];
}
