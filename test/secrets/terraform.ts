import { idOf, SCOPE } from "./network.ts";
import { secret } from "./planted.ts";

function address(type: string, name: string, values: object, sensitive: unknown = {}) {
  return {
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    values: { name, resource_group_name: "net", location: "westeurope", ...values },
    sensitive_values: sensitive,
  };
}

function gatewayId(name: string): string {
  return idOf("Microsoft.Network/virtualNetworkGateways", `${name}-vpn`);
}

/** A state or a plan of the azurerm provider; what it marks as sensitive is as secret as what is called a key. */
export function terraform(stem: string, isPlan: boolean): string {
  const joined = (name: string, from: string, to: string, key: string) =>
    address(
      "azurerm_virtual_network_gateway_connection",
      name,
      {
        type: "Vnet2Vnet",
        virtual_network_gateway_id: gatewayId(from),
        peer_virtual_network_gateway_id: gatewayId(to),
        shared_key: key,
        authorization_key: secret(`${stem} authorization of ${name}`),
      },
      { shared_key: true },
    );
  const gateway = (name: string, range: string) => [
    address("azurerm_virtual_network", name, { address_space: [`${range}.0.0/16`] }),
    address("azurerm_subnet", `${name}-app`, {
      name: "app",
      virtual_network_name: name,
      address_prefixes: [`${range}.1.0/24`],
    }),
    address(
      "azurerm_virtual_network_gateway",
      `${name}-vpn`,
      {
        type: "Vpn",
        vpn_type: "RouteBased",
        sku: "VpnGw1AZ",
        ip_configuration: [
          {
            name: "default",
            subnet_id: idOf("Microsoft.Network/virtualNetworks/subnets", `${name}/GatewaySubnet`),
          },
        ],
        vpn_client_configuration: [
          {
            address_space: ["172.16.0.0/24"],
            radius_server_address: secret(`${stem} marked ${name}`),
            radius_server_secret: secret(`${stem} radius ${name}`),
          },
        ],
      },
      { vpn_client_configuration: name === "hub" ? [{ radius_server_address: true }] : true },
    ),
  ];
  const resources = [
    ...gateway("hub", "10.1"),
    ...gateway("far", "10.2"),
    joined("hub-to-far", "hub", "far", secret(`${stem} there`)),
    joined("far-to-hub", "far", "hub", secret(`${stem} back`)),
    address("azurerm_express_route_circuit_peering", "AzurePrivatePeering", {
      peering_type: "AzurePrivatePeering",
      express_route_circuit_name: "line",
      shared_key: secret(`${stem} md5`),
    }),
    address("azurerm_express_route_circuit_authorization", "auth", {
      express_route_circuit_name: "line",
      authorization_key: secret(`${stem} authorization`),
    }),
    address("azurerm_linux_virtual_machine", "jump", {
      admin_password: secret(`${stem} admin`),
      custom_data: secret(`${stem} custom`),
    }),
    address("random_password", "psk", { result: secret(`${stem} random`) }, { result: true }),
    address(
      "azapi_resource",
      "to-office",
      {
        type: "Microsoft.Network/connections@2024-05-01",
        parent_id: SCOPE,
        body: {
          properties: {
            connectionType: "IPsec",
            sharedKey: secret(`${stem} azapi`),
            routingWeight: secret(`${stem} azapi marked`),
          },
        },
      },
      { body: { properties: { routingWeight: true } } },
    ),
    address("azapi_resource", "as-text", {
      type: "Microsoft.Network/connections@2024-05-01",
      parent_id: SCOPE,
      body: JSON.stringify({
        properties: { connectionType: "IPsec", sharedKey: secret(`${stem} azapi text`) },
      }),
    }),
  ];
  const module = { root_module: { resources } };
  return JSON.stringify(
    {
      format_version: "1.2",
      terraform_version: "1.9.8",
      variables: { key: { value: secret(`${stem} variable`) } },
      ...(isPlan
        ? {
            planned_values: {
              outputs: { key: { sensitive: true, value: secret(`${stem} output`) } },
              ...module,
            },
            resource_changes: resources.map(({ address, values, sensitive_values }) => ({
              address,
              change: {
                actions: ["create"],
                before: null,
                after: values,
                after_unknown: {},
                after_sensitive: sensitive_values,
              },
            })),
          }
        : { values: { outputs: { key: { sensitive: true, value: secret(`${stem} output`) } }, ...module } }),
    },
    undefined,
    2,
  );
}
