import { argument, type Builder, block, object, objectOf, reference, secret } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const tierAndFamily = object({ tier: argument("tier"), family: argument("family") });

/** `Standard_MeteredData` is made of the two. */
const sku: Builder = (given) => {
  const built = tierAndFamily(given);
  const { tier, family } = objectOf(built);
  return built && typeof tier === "string" && typeof family === "string"
    ? { ...built, value: { name: `${tier}_${family}`, tier, family } }
    : built;
};

export const expressRouteCircuit: TerraformType = {
  terraform: "azurerm_express_route_circuit",
  type: "Microsoft.Network/expressRouteCircuits",
  envelope: object({ sku: block("sku", sku) }),
  properties: object({
    serviceProviderProperties: object({
      serviceProviderName: argument("service_provider_name"),
      peeringLocation: argument("peering_location"),
      bandwidthInMbps: argument("bandwidth_in_mbps"),
    }),
    serviceProviderProvisioningState: argument("service_provider_provisioning_state"),
    expressRoutePort: reference("express_route_port_id"),
    bandwidthInGbps: argument("bandwidth_in_gbps"),
    allowClassicOperations: argument("allow_classic_operations"),
  }),
};

export const expressRouteCircuitPeering: TerraformType = {
  terraform: "azurerm_express_route_circuit_peering",
  type: "Microsoft.Network/expressRouteCircuits/peerings",
  parent: "express_route_circuit_name",
  name: "peering_type",
  properties: object({
    peeringType: argument("peering_type"),
    peerASN: argument("peer_asn"),
    primaryPeerAddressPrefix: argument("primary_peer_address_prefix"),
    secondaryPeerAddressPrefix: argument("secondary_peer_address_prefix"),
    vlanId: argument("vlan_id"),
    sharedKey: secret("shared_key"),
  }),
};

export const expressRouteCircuitAuthorization: TerraformType = {
  terraform: "azurerm_express_route_circuit_authorization",
  type: "Microsoft.Network/expressRouteCircuits/authorizations",
  parent: "express_route_circuit_name",
  properties: object({}),
};

export const expressRoutePort: TerraformType = {
  terraform: "azurerm_express_route_port",
  type: "Microsoft.Network/expressRoutePorts",
  properties: object({
    peeringLocation: argument("peering_location"),
    bandwidthInGbps: argument("bandwidth_in_gbps"),
    encapsulation: argument("encapsulation"),
  }),
};
