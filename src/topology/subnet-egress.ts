import { defaultOutboundAccess } from "../azure/outbound-access.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { booleanOf, propertyOf } from "../model/properties.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Egress } from "../model/topology.ts";
import type { Subnet } from "../model/virtual-network.ts";

const byDefault: Egress = { by: "default outbound access" };

/** A member of a node: nothing where what begins in the subnet gets no public address. */
export function egressOfSubnet(subnet: Subnet): { readonly egress?: Egress } {
  const egress = natGatewayOf(subnet) ?? defaultEgress(subnet);
  return egress ? { egress } : {};
}

/** Before every other way out. */
export function natGatewayOf({ resource }: Subnet): Egress | undefined {
  if (propertyOf(resource, "natGateway") === undefined) return undefined;

  const natGateway = referenceOf(resource, "natGateway");
  return isReference(natGateway) ? { by: `NAT gateway ${nameOfId(natGateway.id)}` } : undefined;
}

/** After every other way out. */
export function defaultEgress({ resource }: Subnet): Egress | undefined {
  const allowed = booleanOf(propertyOf(resource, "defaultOutboundAccess")) ?? defaultOutboundAccess.value;
  return allowed ? byDefault : undefined;
}
