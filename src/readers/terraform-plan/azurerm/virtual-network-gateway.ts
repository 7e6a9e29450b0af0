import {
  argument,
  type Builder,
  block,
  blocks,
  constant,
  either,
  named,
  object,
  reference,
  secret,
} from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const ipConfiguration = named(
  object({
    privateIPAllocationMethod: argument("private_ip_address_allocation"),
    subnet: reference("subnet_id"),
    publicIPAddress: reference("public_ip_address_id"),
  }),
  either(argument("name"), constant("vnetGatewayConfig")),
);

/** Terraform goes by the name of the IP configuration, ARM by its id. */
const ipconfigurationId: Builder = (given) => {
  const [id, name] = [given.idOf(given.block), argument("ip_configuration_name")(given)];
  return id !== undefined && typeof name?.value === "string"
    ? { ...name, value: `${id}/ipConfigurations/${name.value}` }
    : undefined;
};

const bgpSettings = object({
  asn: argument("asn"),
  peerWeight: argument("peer_weight"),
  bgpPeeringAddresses: blocks(
    "peering_addresses",
    object({
      ipconfigurationId,
      defaultBgpIpAddresses: argument("default_addresses"),
      customBgpIpAddresses: argument("apipa_addresses"),
      tunnelIpAddresses: argument("tunnel_ip_addresses"),
    }),
  ),
});

const vpnClientConfiguration = object({
  vpnClientAddressPool: object({ addressPrefixes: argument("address_space") }),
  vpnClientProtocols: argument("vpn_client_protocols"),
  vpnAuthenticationTypes: argument("vpn_auth_types"),
  vpnClientRootCertificates: blocks(
    "root_certificate",
    named(object({ publicCertData: argument("public_cert_data") })),
  ),
  vpnClientRevokedCertificates: blocks(
    "revoked_certificate",
    named(object({ thumbprint: argument("thumbprint") })),
  ),
  aadTenant: argument("aad_tenant"),
  aadAudience: argument("aad_audience"),
  aadIssuer: argument("aad_issuer"),
  radiusServerAddress: argument("radius_server_address"),
  radiusServerSecret: secret("radius_server_secret"),
});

export const virtualNetworkGateway: TerraformType = {
  terraform: "azurerm_virtual_network_gateway",
  type: "Microsoft.Network/virtualNetworkGateways",
  properties: object({
    gatewayType: argument("type"),
    vpnType: argument("vpn_type"),
    sku: object({ name: argument("sku"), tier: argument("sku") }),
    vpnGatewayGeneration: argument("generation"),
    activeActive: argument("active_active"),
    enableBgp: argument("bgp_enabled", "enable_bgp"),
    enablePrivateIpAddress: argument("private_ip_address_enabled"),
    allowRemoteVnetTraffic: argument("remote_vnet_traffic_enabled"),
    ipConfigurations: blocks("ip_configuration", ipConfiguration),
    bgpSettings: block("bgp_settings", bgpSettings),
    vpnClientConfiguration: block("vpn_client_configuration", vpnClientConfiguration),
    customRoutes: block("custom_route", object({ addressPrefixes: argument("address_prefixes") })),
    gatewayDefaultSite: reference("default_local_network_gateway_id"),
  }),
};

const mapping = object({ addressSpace: argument("address_space"), portRange: argument("port_range") });

export const natRule: TerraformType = {
  terraform: "azurerm_virtual_network_gateway_nat_rule",
  type: "Microsoft.Network/virtualNetworkGateways/natRules",
  parent: "virtual_network_gateway_id",
  properties: object({
    mode: argument("mode"),
    type: argument("type"),
    ipConfigurationId: argument("ip_configuration_id"),
    internalMappings: blocks("internal_mapping", mapping),
    externalMappings: blocks("external_mapping", mapping),
  }),
};
