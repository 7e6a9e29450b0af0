import { argument, blocks, either, named, object, opposite } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

const routeProperties = object({
  addressPrefix: argument("address_prefix"),
  nextHopType: argument("next_hop_type"),
  nextHopIpAddress: argument("next_hop_in_ip_address"),
});

export const routeTable: TerraformType = {
  terraform: "azurerm_route_table",
  type: "Microsoft.Network/routeTables",
  properties: object({
    disableBgpRoutePropagation: either(
      opposite("bgp_route_propagation_enabled"),
      argument("disable_bgp_route_propagation"),
    ),
    routes: blocks("route", named(routeProperties)),
  }),
};

export const route: TerraformType = {
  terraform: "azurerm_route",
  type: "Microsoft.Network/routeTables/routes",
  parent: "route_table_name",
  properties: routeProperties,
};
