import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import type { PlannedNetworks } from "../../model/connection-kind.ts";
import { deploymentResourceGroup, deploymentSubscription } from "../../model/deployment-scope.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../../model/express-route-circuit.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { parseResourceId, scopeId } from "../../model/resource-id.ts";
import type { Unknown, ValueObject } from "../../model/unknown.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { isSizedCircuit, type SizedCircuit } from "./size.ts";
import { formatSkuName } from "./sku-name.ts";

const PEERING = "AzurePrivatePeering";

/**
 * The circuit, as it is ordered, and its private peering, which waits for the provider: before the circuit is
 * provisioned Azure takes none. A circuit that exists is only referred to.
 */
export function buildCircuit(sized: SizedFacility, networks: PlannedNetworks): readonly Resource[] {
  if (!isSizedCircuit(sized)) throw new Error(`${sized.name} is no circuit`);
  if (sized.circuit.existing !== undefined) return [existingCircuit(sized, sized.circuit.existing)];

  const circuit = newCircuit(sized, networks);
  return [circuit, privatePeering(circuit)];
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

  const { origin, provider, peeringLocation } = circuit;
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
    properties: providerProperties({
      serviceProviderName: provider ?? unknown(`the provider of ${name}, as Azure lists it`, origin),
      peeringLocation:
        peeringLocation ?? unknown(`the peering location of ${name}, as Azure lists it`, origin),
      bandwidthInMbps: mbps,
    }),
    envelope: { sku: { name: formatSkuName(tier, family), tier, family } },
    origin,
    parts: partsOf(origin),
  };
}

function providerProperties(
  properties: Readonly<Record<string, string | number | Unknown | undefined>>,
): ValueObject {
  const known = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return known.length === 0 ? {} : { serviceProviderProperties: Object.fromEntries(known) };
}

/** What provider and customer agree on, and Azure is told once the circuit is provisioned. */
function privatePeering(circuit: Resource): Resource {
  const { id, name, origin } = circuit;
  const agreed = (what: string) =>
    unknown(`${what} of the private peering of ${name}, as agreed with the provider`, origin);
  return {
    id: `${id}/peerings/${PEERING}`,
    type: `${EXPRESS_ROUTE_CIRCUIT}/peerings`,
    name: PEERING,
    properties: {
      peeringType: PEERING,
      peerASN: agreed("the AS number of the customer's routers"),
      primaryPeerAddressPrefix: agreed("the /30 of the first link"),
      secondaryPeerAddressPrefix: agreed("the /30 of the second link"),
      vlanId: agreed("the VLAN"),
    },
    deployWhen: {
      parameter: "circuitProvisioned",
      because: `Azure takes a peering only once the provider has set the circuit to ${circuitProvisioning.value.peeringsNeed}.`,
    },
    origin,
    parts: [],
  };
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
