import { privateLoadBalancerSku } from "../azure/outbound-access.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { LOAD_BALANCER } from "../model/load-balancer.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { booleanOf, propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Egress } from "../model/topology.ts";
import { isList, type Value } from "../model/unknown.ts";
import { subnetOf } from "../model/virtual-network.ts";
import { balancersOf } from "./backend-pools.ts";
import { type PlacedInterface, textsOfConfigurations } from "./network-interface-places.ts";
import { perEstate } from "./per-estate.ts";
import { defaultEgress, natGatewayOf } from "./subnet-egress.ts";

/** A NAT gateway comes first, then a public address of its own, then a load balancer; the default is the last. */
export function egressOfInterface(
  placed: PlacedInterface,
  estate: EstateIndex,
): { readonly egress?: Egress } {
  const resource = estate.find(placed.subnetId);
  const subnet = resource && subnetOf(resource);
  const balancers = balancersOf(placed.key, estate).flatMap((key) => balancerEgress(estate).get(key) ?? []);
  const egress =
    (subnet && natGatewayOf(subnet)) ??
    publicAddressOf(placed) ??
    balancers.find(({ by }) => by !== undefined)?.by ??
    (subnet && !balancers.some(({ closes }) => closes) ? defaultEgress(subnet) : undefined);
  return egress ? { egress } : {};
}

function publicAddressOf(placed: PlacedInterface): Egress | undefined {
  const [id] = textsOfConfigurations(placed, "publicIPAddress", "id");
  return id === undefined ? undefined : { by: `public address ${nameOfId(id)}` };
}

interface BalancerEgress {
  readonly by: Egress | undefined;
  /** A Standard load balancer ends default outbound access for what stands behind it. */
  readonly closes: boolean;
}

const balancerEgress = perEstate(
  (estate): ReadonlyMap<ResourceId, BalancerEgress> =>
    new Map(estate.all(LOAD_BALANCER).map((resource) => [keyOf(resource.id), readEgress(resource)])),
);

function readEgress(resource: Resource): BalancerEgress {
  const isPublic = listAt(resource, "frontendIPConfigurations").some(
    (value) => valueAt(value, ["properties", "publicIPAddress", "id"]) !== undefined,
  );
  const rules = listAt(resource, "loadBalancingRules");
  const translates =
    listAt(resource, "outboundRules").length > 0 ||
    rules.some((rule) => booleanOf(valueAt(rule, ["properties", "disableOutboundSnat"])) !== true);
  return {
    by: isPublic && translates ? { by: `load balancer ${resource.name}` } : undefined,
    closes: skuOf(resource)?.toLowerCase() === privateLoadBalancerSku.value.toLowerCase(),
  };
}

function skuOf({ envelope }: Resource): string | undefined {
  return textOf(valueAt(envelope, ["sku", "name"]));
}

function listAt(resource: Resource, property: string): readonly Value[] {
  const value = propertyOf(resource, property);
  return isList(value) ? value : [];
}
