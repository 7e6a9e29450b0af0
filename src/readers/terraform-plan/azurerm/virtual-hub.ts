import { argument, object, reference } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

/** Of a virtual WAN; without one it is a Route Server, as people made them before azurerm had a type for those. */
export const virtualHubs: readonly TerraformType[] = [
  {
    terraform: "azurerm_virtual_hub",
    type: "Microsoft.Network/virtualHubs",
    properties: object({
      addressPrefix: argument("address_prefix"),
      virtualWan: reference("virtual_wan_id"),
      sku: argument("sku"),
      hubRoutingPreference: argument("hub_routing_preference"),
      allowBranchToBranchTraffic: argument("branch_to_branch_traffic_enabled"),
      virtualRouterAsn: argument("virtual_router_asn"),
      virtualRouterIps: argument("virtual_router_ips"),
    }),
  },
  {
    terraform: "azurerm_virtual_hub_connection",
    type: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
    parent: "virtual_hub_id",
    properties: object({
      remoteVirtualNetwork: reference("remote_virtual_network_id"),
      enableInternetSecurity: argument("internet_security_enabled"),
    }),
  },
  {
    terraform: "azurerm_virtual_hub_ip",
    type: "Microsoft.Network/virtualHubs/ipConfigurations",
    parent: "virtual_hub_id",
    properties: object({
      subnet: reference("subnet_id"),
      publicIPAddress: reference("public_ip_address_id"),
      privateIPAddress: argument("private_ip_address"),
    }),
  },
  {
    terraform: "azurerm_virtual_hub_bgp_connection",
    type: "Microsoft.Network/virtualHubs/bgpConnections",
    parent: "virtual_hub_id",
    properties: object({ peerAsn: argument("peer_asn"), peerIp: argument("peer_ip") }),
  },
];
