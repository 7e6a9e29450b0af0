import { argument, type Builder, constant, object, reference } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const addresses = object({
  subnet: reference("subnet_id"),
  publicIPAddress: reference("public_ip_address_id"),
});

/** Terraform makes the one IP configuration by itself, and calls it so. */
const ipConfigurations: Builder = (given) => {
  const built = object({ name: constant("ipConfig1"), properties: addresses })(given);
  return (
    built && {
      value: [built.value],
      parts: built.parts.map(({ at, origin }) => ({ at: [0, ...at], origin })),
    }
  );
};

export const routeServer: TerraformType = {
  terraform: "azurerm_route_server",
  type: "Microsoft.Network/virtualHubs",
  properties: object({
    sku: argument("sku"),
    allowBranchToBranchTraffic: argument("branch_to_branch_traffic_enabled"),
    hubRoutingPreference: argument("hub_routing_preference"),
    virtualRouterAsn: argument("virtual_router_asn"),
    virtualRouterIps: argument("virtual_router_ips"),
    ipConfigurations,
  }),
};

export const bgpConnection: TerraformType = {
  terraform: "azurerm_route_server_bgp_connection",
  type: "Microsoft.Network/virtualHubs/bgpConnections",
  parent: "route_server_id",
  properties: object({ peerAsn: argument("peer_asn"), peerIp: argument("peer_ip") }),
};
