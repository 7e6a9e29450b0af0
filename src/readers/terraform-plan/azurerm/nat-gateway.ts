import { argument, object, reference, references } from "../built.ts";
import type { TerraformAddition, TerraformType } from "../terraform-type.ts";

export const natGateway: TerraformType = {
  terraform: "azurerm_nat_gateway",
  type: "Microsoft.Network/natGateways",
  envelope: object({ sku: object({ name: argument("sku_name") }), zones: argument("zones") }),
  properties: object({
    idleTimeoutInMinutes: argument("idle_timeout_in_minutes"),
    publicIpAddresses: references("public_ip_address_ids"),
    publicIpPrefixes: references("public_ip_prefix_ids"),
  }),
};

export const ofNatGateways: readonly TerraformAddition[] = [
  {
    terraform: "azurerm_nat_gateway_public_ip_association",
    to: "nat_gateway_id",
    list: "publicIpAddresses",
    adds: reference("public_ip_address_id"),
  },
  {
    terraform: "azurerm_nat_gateway_public_ip_prefix_association",
    to: "nat_gateway_id",
    list: "publicIpPrefixes",
    adds: reference("public_ip_prefix_id"),
  },
];
