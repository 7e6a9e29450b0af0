import { object, references } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const machineProperties = object({
  networkProfile: object({ networkInterfaces: references("network_interface_ids") }),
});

export const virtualMachines: readonly TerraformType[] = [
  "azurerm_linux_virtual_machine",
  "azurerm_windows_virtual_machine",
  "azurerm_virtual_machine",
].map((terraform) => ({
  terraform,
  type: "Microsoft.Compute/virtualMachines",
  properties: machineProperties,
}));
