import {
  type Arguments,
  argument,
  type Built,
  blocks,
  constant,
  named,
  object,
  objectOf,
  reference,
} from "../built.ts";
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

/** `…/networkInterfaces/nic/ipConfigurations/internal`: a configuration of an interface, which stands in a pool. */
function configuration(given: Arguments): Built | undefined {
  const [nic, name] = [reference("network_interface_id")(given), argument("ip_configuration_name")(given)];
  const id = objectOf(nic)["id"];
  return nic && typeof id === "string" && typeof name?.value === "string"
    ? { value: `${id}/ipConfigurations/${name.value}`, parts: [] }
    : undefined;
}

export const ofLoadBalancers: readonly TerraformAddition[] = [
  {
    terraform: "azurerm_lb_backend_address_pool",
    to: "loadbalancer_id",
    list: "backendAddressPools",
    adds: named(constant({})),
  },
  {
    terraform: "azurerm_network_interface_backend_address_pool_association",
    to: "backend_address_pool_id",
    list: "backendIPConfigurations",
    adds: object({ id: configuration }),
  },
  {
    terraform: "azurerm_lb_backend_address_pool_address",
    to: "backend_address_pool_id",
    list: "loadBalancerBackendAddresses",
    adds: named(
      object({ ipAddress: argument("ip_address"), virtualNetwork: reference("virtual_network_id") }),
    ),
  },
];
