import { argument, object } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

export const publicIpAddress: TerraformType = {
  terraform: "azurerm_public_ip",
  type: "Microsoft.Network/publicIPAddresses",
  envelope: object({
    sku: object({ name: argument("sku"), tier: argument("sku_tier") }),
    zones: argument("zones"),
  }),
  properties: object({
    publicIPAllocationMethod: argument("allocation_method"),
    publicIPAddressVersion: argument("ip_version"),
    ipAddress: argument("ip_address"),
  }),
};
