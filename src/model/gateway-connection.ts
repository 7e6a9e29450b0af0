import type { EstateIndex } from "./estate-index.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";

const GATEWAY_CONNECTION = "Microsoft.Network/connections";

/** ARM's `connections`: what joins a gateway to another, to a site's device or to a circuit. */
export interface GatewayConnection {
  readonly resource: Resource;
  readonly name: string;
  /** `IPsec`, `Vnet2Vnet`, `ExpressRoute` or `VPNClient`. */
  readonly connectionType: string | undefined;
  readonly virtualNetworkGateway1: ResourceId | undefined;
  /** Only between two gateways. */
  readonly virtualNetworkGateway2: ResourceId | undefined;
}

export function allGatewayConnections(estate: EstateIndex): readonly GatewayConnection[] {
  return estate.all(GATEWAY_CONNECTION).map((resource) => ({
    resource,
    name: resource.name,
    connectionType: textOf(propertyOf(resource, "connectionType")),
    virtualNetworkGateway1: idAt(resource, "virtualNetworkGateway1"),
    virtualNetworkGateway2: idAt(resource, "virtualNetworkGateway2"),
  }));
}

function idAt(resource: Resource, property: string): ResourceId | undefined {
  const id = textOf(propertyOf(resource, property, "id"));
  return id === undefined ? undefined : keyOf(id);
}
