import { argument, object } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

export const natGateway: TerraformType = {
  terraform: "azurerm_nat_gateway",
  type: "Microsoft.Network/natGateways",
  envelope: object({ sku: object({ name: argument("sku_name") }), zones: argument("zones") }),
  properties: object({ idleTimeoutInMinutes: argument("idle_timeout_in_minutes") }),
};
