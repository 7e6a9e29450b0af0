import { type Estate, emptyEstate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { ValueObject } from "../../src/model/unknown.ts";

const NETWORK =
  "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Network";
const BALANCER = `${NETWORK}/loadBalancers/lb`;

/** As exports show it: a rule names a frontend of its own load balancer; an address and its NAT gateway name each other. */
export function circularEstate(): Estate {
  const resources = [
    resource("loadBalancers", "lb", {
      frontendIPConfigurations: [{ name: "front" }],
      loadBalancingRules: [
        { properties: { frontendIPConfiguration: { id: `${BALANCER}/frontendIPConfigurations/front` } } },
      ],
    }),
    resource("publicIPAddresses", "address", { natGateway: { id: `${NETWORK}/natGateways/nat` } }),
    resource("natGateways", "nat", { publicIpAddresses: [{ id: `${NETWORK}/publicIPAddresses/address` }] }),
  ];
  return { ...emptyEstate, resources: new Map(resources.map((entry) => [keyOf(entry.id), entry])) };
}

function resource(type: string, name: string, properties: ValueObject): Resource {
  return {
    id: `${NETWORK}/${type}/${name}`,
    type: `Microsoft.Network/${type}`,
    name,
    properties,
    origin: { file: "export.json", path: [] },
  };
}
