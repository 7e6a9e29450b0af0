import { argument, blocks, named, object, reference } from "../built.ts";
import type { TerraformType } from "../terraform-type.ts";

export const privateEndpoint: TerraformType = {
  terraform: "azurerm_private_endpoint",
  type: "Microsoft.Network/privateEndpoints",
  properties: object({
    subnet: reference("subnet_id"),
    privateLinkServiceConnections: blocks(
      "private_service_connection",
      named(
        object({
          privateLinkServiceId: argument("private_connection_resource_id"),
          groupIds: argument("subresource_names"),
        }),
      ),
    ),
    ipConfigurations: blocks(
      "ip_configuration",
      named(
        object({ privateIPAddress: argument("private_ip_address"), groupId: argument("subresource_name") }),
      ),
    ),
  }),
};
