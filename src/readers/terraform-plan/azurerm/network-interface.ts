import { argument, blocks, named, object, reference } from "../built.ts";
import type { TerraformAddition, TerraformType } from "../terraform-type.ts";

export const networkInterface: TerraformType = {
  terraform: "azurerm_network_interface",
  type: "Microsoft.Network/networkInterfaces",
  properties: object({
    enableIPForwarding: argument("ip_forwarding_enabled", "enable_ip_forwarding"),
    ipConfigurations: blocks(
      "ip_configuration",
      named(
        object({
          subnet: reference("subnet_id"),
          privateIPAddress: argument("private_ip_address"),
          privateIPAllocationMethod: argument("private_ip_address_allocation"),
          publicIPAddress: reference("public_ip_address_id"),
          primary: argument("primary"),
        }),
      ),
    ),
  }),
};

export const ofNetworkInterfaces: readonly TerraformAddition[] = [
  {
    terraform: "azurerm_network_interface_security_group_association",
    to: "network_interface_id",
    adds: object({ networkSecurityGroup: reference("network_security_group_id") }),
  },
  {
    terraform: "azurerm_network_interface_application_security_group_association",
    to: "network_interface_id",
    list: "applicationSecurityGroups",
    inEach: "ipConfigurations",
    adds: reference("application_security_group_id"),
  },
];
