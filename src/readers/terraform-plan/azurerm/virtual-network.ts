import { isList } from "../../../model/unknown.ts";
import { argument, type Builder, block, blocks, named, object, reference } from "../built.ts";
import type { TerraformAddition, TerraformType } from "../terraform-type.ts";

const addressSpace = object({ addressPrefixes: argument("address_space") });

const delegation = named(block("service_delegation", object({ serviceName: argument("name") })));

/** A list of names in Terraform, of objects in ARM. */
const serviceEndpoints: Builder = (given) => {
  const built = argument("service_endpoints")(given);
  return built && isList(built.value)
    ? { ...built, value: built.value.map((service) => ({ service })) }
    : built;
};

const subnetProperties = {
  addressPrefixes: argument("address_prefixes"),
  addressPrefix: argument("address_prefix"),
  networkSecurityGroup: reference("security_group"),
  routeTable: reference("route_table_id"),
  defaultOutboundAccess: argument("default_outbound_access_enabled"),
  serviceEndpoints,
  privateEndpointNetworkPolicies: argument("private_endpoint_network_policies"),
};

export const virtualNetwork: TerraformType = {
  terraform: "azurerm_virtual_network",
  type: "Microsoft.Network/virtualNetworks",
  properties: object({
    addressSpace,
    bgpCommunities: object({ virtualNetworkCommunity: argument("bgp_community") }),
    flowTimeoutInMinutes: argument("flow_timeout_in_minutes"),
    subnets: blocks("subnet", named(object(subnetProperties))),
  }),
};

export const subnet: TerraformType = {
  terraform: "azurerm_subnet",
  type: "Microsoft.Network/virtualNetworks/subnets",
  parent: "virtual_network_name",
  properties: object({ ...subnetProperties, delegations: blocks("delegation", delegation) }),
};

/** As a data source has it: with all that is associated with it. */
export const existingSubnet: TerraformType = {
  ...subnet,
  properties: object({
    ...subnetProperties,
    networkSecurityGroup: reference("network_security_group_id"),
  }),
};

export const virtualNetworkPeering: TerraformType = {
  terraform: "azurerm_virtual_network_peering",
  type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
  parent: "virtual_network_name",
  properties: object({
    remoteVirtualNetwork: reference("remote_virtual_network_id"),
    allowVirtualNetworkAccess: argument("allow_virtual_network_access"),
    allowForwardedTraffic: argument("allow_forwarded_traffic"),
    allowGatewayTransit: argument("allow_gateway_transit"),
    useRemoteGateways: argument("use_remote_gateways"),
    peerCompleteVnets: argument("peer_complete_virtual_networks_enabled"),
    enableOnlyIPv6Peering: argument("only_ipv6_peering_enabled"),
    localSubnetNames: argument("local_subnet_names"),
    remoteSubnetNames: argument("remote_subnet_names"),
  }),
};

export const ofSubnets: readonly TerraformAddition[] = [
  {
    terraform: "azurerm_subnet_route_table_association",
    to: "subnet_id",
    adds: object({ routeTable: reference("route_table_id") }),
  },
  {
    terraform: "azurerm_subnet_network_security_group_association",
    to: "subnet_id",
    adds: object({ networkSecurityGroup: reference("network_security_group_id") }),
  },
  {
    terraform: "azurerm_subnet_nat_gateway_association",
    to: "subnet_id",
    adds: object({ natGateway: reference("nat_gateway_id") }),
  },
];
