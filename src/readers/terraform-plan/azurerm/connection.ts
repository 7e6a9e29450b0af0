import { argument, block, blocks, object, reference, references, secret } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const ipsecPolicy = object({
  saLifeTimeSeconds: argument("sa_lifetime"),
  saDataSizeKilobytes: argument("sa_datasize"),
  ipsecEncryption: argument("ipsec_encryption"),
  ipsecIntegrity: argument("ipsec_integrity"),
  ikeEncryption: argument("ike_encryption"),
  ikeIntegrity: argument("ike_integrity"),
  dhGroup: argument("dh_group"),
  pfsGroup: argument("pfs_group"),
});

export const connection: TerraformType = {
  terraform: "azurerm_virtual_network_gateway_connection",
  type: "Microsoft.Network/connections",
  properties: object({
    connectionType: argument("type"),
    virtualNetworkGateway1: reference("virtual_network_gateway_id"),
    virtualNetworkGateway2: reference("peer_virtual_network_gateway_id"),
    localNetworkGateway2: reference("local_network_gateway_id"),
    peer: reference("express_route_circuit_id"),
    sharedKey: secret("shared_key"),
    authorizationKey: secret("authorization_key"),
    enableBgp: argument("bgp_enabled", "enable_bgp"),
    routingWeight: argument("routing_weight"),
    connectionProtocol: argument("connection_protocol"),
    connectionMode: argument("connection_mode"),
    dpdTimeoutSeconds: argument("dpd_timeout_seconds"),
    useLocalAzureIpAddress: argument("local_azure_ip_address_enabled"),
    expressRouteGatewayBypass: argument("express_route_gateway_bypass"),
    enablePrivateLinkFastPath: argument("private_link_fast_path_enabled"),
    usePolicyBasedTrafficSelectors: argument("use_policy_based_traffic_selectors"),
    ipsecPolicies: blocks("ipsec_policy", ipsecPolicy),
    trafficSelectorPolicies: blocks(
      "traffic_selector_policy",
      object({
        localAddressRanges: argument("local_address_cidrs"),
        remoteAddressRanges: argument("remote_address_cidrs"),
      }),
    ),
    ingressNatRules: references("ingress_nat_rule_ids"),
    egressNatRules: references("egress_nat_rule_ids"),
  }),
};

export const localNetworkGateway: TerraformType = {
  terraform: "azurerm_local_network_gateway",
  type: "Microsoft.Network/localNetworkGateways",
  properties: object({
    gatewayIpAddress: argument("gateway_address"),
    fqdn: argument("gateway_fqdn"),
    localNetworkAddressSpace: object({ addressPrefixes: argument("address_space") }),
    bgpSettings: block(
      "bgp_settings",
      object({
        asn: argument("asn"),
        bgpPeeringAddress: argument("bgp_peering_address"),
        peerWeight: argument("peer_weight"),
      }),
    ),
  }),
};
