import { routeServerResources } from "../../azure/route-server.ts";
import type { PlannedNetworks } from "../../model/connection-kind.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import { idBeside } from "../../model/id-beside.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import { networkAt } from "./size.ts";

const VIRTUAL_HUB = "Microsoft.Network/virtualHubs";
const PUBLIC_IP_ADDRESS = "Microsoft.Network/publicIPAddresses";

/** ARM's virtual hub, the place in the subnet that makes it a Route Server, and the address that Azure manages it by. */
export function buildRouteServer(sized: SizedFacility, networks: PlannedNetworks): readonly Resource[] {
  const network = networks.resourceOf(networkAt(sized.at));
  const { sku, publicIpSku, publicIPAllocationMethod } = routeServerResources.value;
  const located = {
    location: network.location ?? {
      kind: "unknown" as const,
      because: `the region of ${network.name} is not given`,
      origin: network.origin,
    },
    origin: network.origin,
    parts: [{ at: ["location"], origin: originOf(network, "location") }],
  };
  const joins = sized.demands.some(({ asks }) => asks.transitBetween !== undefined);
  const server: Resource = {
    id: idBeside(network.id, VIRTUAL_HUB, sized.name),
    type: VIRTUAL_HUB,
    name: sized.name,
    properties: { sku, ...(joins ? { allowBranchToBranchTraffic: true } : {}) },
    ...located,
  };
  const address: Resource = {
    id: idBeside(network.id, PUBLIC_IP_ADDRESS, `${sized.name}-ip`),
    type: PUBLIC_IP_ADDRESS,
    name: `${sized.name}-ip`,
    properties: { publicIPAllocationMethod, publicIPAddressVersion: "IPv4" },
    envelope: { sku: { name: publicIpSku, tier: "Regional" } },
    ...located,
  };
  const place: Resource = {
    id: `${server.id}/ipConfigurations/default`,
    type: `${VIRTUAL_HUB}/ipConfigurations`,
    name: "default",
    properties: {
      subnet: { id: `${network.id}/subnets/RouteServerSubnet` },
      publicIPAddress: { id: address.id },
    },
    origin: network.origin,
    parts: [],
  };
  return [server, address, place];
}
