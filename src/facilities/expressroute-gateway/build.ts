import type { PlannedNetworks } from "../../model/connection-kind.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Resource } from "../../model/resource.ts";
import { parseResourceId, scopeId } from "../../model/resource-id.ts";
import type { Field } from "../../model/unknown.ts";
import { isSizedGateway } from "./size.ts";

const VIRTUAL_NETWORK_GATEWAY = "Microsoft.Network/virtualNetworkGateways";

/**
 * The gateway beside its network. It names no public IP address: Microsoft gives a new ExpressRoute gateway one of its
 * own, and refuses one of the customer's.
 * https://learn.microsoft.com/azure/expressroute/expressroute-about-virtual-network-gateways#auto-assigned-public-ip
 */
export function buildGateway(sized: SizedFacility, networks: PlannedNetworks): readonly Resource[] {
  if (!isSizedGateway(sized)) throw new Error(`${sized.name} is no ExpressRoute gateway`);

  const network = networks.resourceOf(sized.at.virtualNetwork);
  const scope = parseResourceId(network.id);
  if (!scope) throw new Error(`${network.id} is no id of a network`);
  const { sku, units, name } = sized;
  return [
    {
      id: `${scopeId(scope)}/providers/${VIRTUAL_NETWORK_GATEWAY}/${name}`,
      type: VIRTUAL_NETWORK_GATEWAY,
      name,
      location: locationOf(network),
      properties: {
        gatewayType: "ExpressRoute",
        sku: { name: sku, tier: sku },
        ipConfigurations: [
          {
            name: "default",
            properties: {
              privateIPAllocationMethod: "Dynamic",
              subnet: { id: `${network.id}/subnets/GatewaySubnet` },
            },
          },
        ],
        ...(units === undefined ? {} : { autoScaleConfiguration: { bounds: { min: units, max: units } } }),
      },
      origin: network.origin,
      parts: [],
    },
  ];
}

function locationOf({ location, name, origin }: Resource): Field<string> {
  return location ?? { kind: "unknown", because: `the region of ${name} is not given`, origin };
}
