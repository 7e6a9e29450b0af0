import { argument, blocks, named, object, reference } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

export const azureFirewall: TerraformType = {
  terraform: "azurerm_firewall",
  type: "Microsoft.Network/azureFirewalls",
  envelope: object({ zones: argument("zones") }),
  properties: object({
    sku: object({ name: argument("sku_name"), tier: argument("sku_tier") }),
    firewallPolicy: reference("firewall_policy_id"),
    ipConfigurations: blocks(
      "ip_configuration",
      named(
        object({
          subnet: reference("subnet_id"),
          publicIPAddress: reference("public_ip_address_id"),
          privateIPAddress: argument("private_ip_address"),
        }),
      ),
    ),
  }),
};
