import { argument, blocks, constant, named, object, references } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const ruleProperties = object({
  description: argument("description"),
  priority: argument("priority"),
  direction: argument("direction"),
  access: argument("access"),
  protocol: argument("protocol"),
  sourceAddressPrefix: argument("source_address_prefix"),
  sourceAddressPrefixes: argument("source_address_prefixes"),
  sourceApplicationSecurityGroups: references("source_application_security_group_ids"),
  sourcePortRange: argument("source_port_range"),
  sourcePortRanges: argument("source_port_ranges"),
  destinationAddressPrefix: argument("destination_address_prefix"),
  destinationAddressPrefixes: argument("destination_address_prefixes"),
  destinationApplicationSecurityGroups: references("destination_application_security_group_ids"),
  destinationPortRange: argument("destination_port_range"),
  destinationPortRanges: argument("destination_port_ranges"),
});

export const networkSecurityGroup: TerraformType = {
  terraform: "azurerm_network_security_group",
  type: "Microsoft.Network/networkSecurityGroups",
  properties: object({ securityRules: blocks("security_rule", named(ruleProperties)) }),
};

export const applicationSecurityGroup: TerraformType = {
  terraform: "azurerm_application_security_group",
  type: "Microsoft.Network/applicationSecurityGroups",
  properties: constant({}),
};

export const networkSecurityRule: TerraformType = {
  terraform: "azurerm_network_security_rule",
  type: "Microsoft.Network/networkSecurityGroups/securityRules",
  parent: "network_security_group_name",
  properties: ruleProperties,
};
