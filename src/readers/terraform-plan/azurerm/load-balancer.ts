import { argument, blocks, constant, named, object, reference } from "../built.ts";
import type { TerraformAddition, TerraformType } from "../terraform-type.ts";

export const loadBalancer: TerraformType = {
  terraform: "azurerm_lb",
  type: "Microsoft.Network/loadBalancers",
  envelope: object({ sku: object({ name: argument("sku"), tier: argument("sku_tier") }) }),
  properties: object({
    frontendIPConfigurations: blocks(
      "frontend_ip_configuration",
      named(
        object({
          subnet: reference("subnet_id"),
          privateIPAddress: argument("private_ip_address"),
          privateIPAllocationMethod: argument("private_ip_address_allocation"),
          publicIPAddress: reference("public_ip_address_id"),
        }),
      ),
    ),
  }),
};

export const ofLoadBalancers: readonly TerraformAddition[] = [
  {
    terraform: "azurerm_lb_backend_address_pool",
    to: "loadbalancer_id",
    list: "backendAddressPools",
    adds: named(constant({})),
  },
];
