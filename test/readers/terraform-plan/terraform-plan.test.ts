import { expect, it } from "vitest";
import { originOf } from "../../../src/model/resource.ts";
import { everythingUp } from "../../../src/model/situation.ts";
import { predict } from "../../../src/predict.ts";
import { find, fixture, jsonFile, readAny, together } from "../planted.ts";

const NET =
  "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/net/providers/Microsoft.Network";
const plan = fixture("terraform-plan/two-networks.json");

it("ids that no plan knows are made of subscription, group, type and name", () => {
  const { estate } = readAny(plan);

  const ids = [...estate.resources.values()].map(({ id }) => id);
  expect(ids).toContain(`${NET}/virtualNetworks/hub/subnets/GatewaySubnet`);
  expect(ids).toContain(`${NET}/networkSecurityGroups/app`);
});

it("references lead through count, for_each, modules and their outputs", () => {
  const { estate } = readAny(plan);

  expect(find(estate, "connections/far-hub").properties).toMatchObject({
    virtualNetworkGateway1: { id: `${NET}/virtualNetworkGateways/far-gw` },
    virtualNetworkGateway2: { id: `${NET}/virtualNetworkGateways/hub-gw` },
  });
  expect(find(estate, "hub/subnets/app").properties["routeTable"]).toEqual({ id: `${NET}/routeTables/app` });
  expect(find(estate, "far/subnets/app").properties).not.toHaveProperty("routeTable");
});

it("a plan predicts the tunnel that it would make", () => {
  const { estate, diagnostics } = together(plan);
  const { topology } = predict(estate, everythingUp);

  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect([...topology.links.values()].map(({ name, brokenBecause }) => [name, brokenBecause])).toEqual([
    ["far-hub", undefined],
  ]);
});

it("what nobody has written is left to Azure, and not unknown", () => {
  const { estate } = readAny(plan);

  expect(find(estate, "/hub-gw").properties).not.toHaveProperty("bgpSettings");
});

it("a finding points at the argument", () => {
  const { estate } = readAny(plan);

  const { path } = originOf(find(estate, "routes/drop"), "properties", "addressPrefix");
  expect(path.slice(-3)).toEqual(["route", 0, "address_prefix"]);
});

const resource = (type: string, name: string, values: object, more: object = {}) => ({
  address: `${type}.${name}`,
  mode: "managed",
  type,
  name,
  values,
  ...more,
});

it("a state has the ids that Azure gave", () => {
  const id = "/subscriptions/2/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v";
  const values = {
    id,
    name: "v",
    resource_group_name: "rg",
    address_space: ["10.0.0.0/24"],
    subnet: [{ name: "a", address_prefixes: ["10.0.0.0/25"], id: `${id}/subnets/a` }],
  };

  const { estate } = readAny(
    jsonFile({
      format_version: "1.0",
      terraform_version: "1.9.0",
      values: { root_module: { resources: [resource("azurerm_virtual_network", "v", values)] } },
    }),
  );

  expect([...estate.resources.values()].map((one) => one.id)).toEqual([id, `${id}/subnets/a`]);
});

const written = (type: string, expressions: object) => ({ type, name: "x", mode: "managed", expressions });

it("what is sensitive, or known after apply, is unknown and says so; what has no name is left out", () => {
  const base = { resource_group_name: "rg", name: "n" };

  const { estate, diagnostics } = readAny(
    jsonFile({
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: [
            resource(
              "azurerm_virtual_network",
              "x",
              { ...base, address_space: ["10.0.0.0/24"] },
              { sensitive_values: { address_space: true } },
            ),
            resource("azurerm_local_network_gateway", "x", { ...base, address_space: ["10.9.0.0/24"] }),
            resource("azurerm_route_table", "x", { resource_group_name: "rg" }),
            resource("azurerm_storage_account", "x", base),
          ],
        },
      },
      resource_changes: [
        { address: "azurerm_local_network_gateway.x", change: { after_unknown: { gateway_address: true } } },
      ],
      configuration: {
        root_module: {
          resources: [
            written("azurerm_local_network_gateway", { gateway_address: { references: ["local.address"] } }),
          ],
        },
      },
    }),
  );

  expect(find(estate, "virtualNetworks/n").properties).toMatchObject({
    addressSpace: {
      addressPrefixes: { kind: "unknown", because: "the plan marks address_space as sensitive" },
    },
  });
  expect(find(estate, "localNetworkGateways/n").properties).toMatchObject({
    gatewayIpAddress: { kind: "unknown", because: "it is known after apply" },
    localNetworkAddressSpace: { addressPrefixes: ["10.9.0.0/24"] },
  });
  expect(diagnostics.map(({ rule, message }) => [rule, message.split(" ")[0]])).toEqual([
    ["terraform-plan/unknown-resource", "azurerm_route_table.x"],
    ["terraform-plan/unsupported-type", "Passed"],
  ]);
});

const referring = (...references: string[]) => ({ references });

const peeringOf = (key: string) => ({
  ...resource("azurerm_virtual_network_peering", "x", {
    name: `to-${key}`,
    resource_group_name: "rg",
    virtual_network_name: "hub",
  }),
  address: `azurerm_virtual_network_peering.x["${key}"]`,
  index: key,
});

const spokeOf = (key: string) => ({
  address: `module.spoke["${key}"]`,
  resources: [
    {
      ...resource("azurerm_virtual_network", "v", {
        name: `spoke-${key}`,
        resource_group_name: "rg",
        address_space: ["10.1.0.0/24"],
      }),
      address: `module.spoke["${key}"].azurerm_virtual_network.v`,
    },
    {
      ...resource("azurerm_virtual_network", "other", {
        name: `other-${key}`,
        resource_group_name: "rg",
        address_space: ["10.2.0.0/24"],
      }),
      address: `module.spoke["${key}"].azurerm_virtual_network.other`,
    },
  ],
});

/** A peering to the network of a module that is there once for each key, as Terraform writes it down. */
function peeringWith(outputs: object) {
  return jsonFile({
    format_version: "1.2",
    planned_values: {
      root_module: { resources: ["a", "b"].map(peeringOf), child_modules: ["a", "b"].map(spokeOf) },
    },
    resource_changes: ["a", "b"].map((key) => ({
      address: `azurerm_virtual_network_peering.x["${key}"]`,
      change: { after_unknown: { remote_virtual_network_id: true } },
    })),
    configuration: {
      root_module: {
        resources: [
          written("azurerm_virtual_network_peering", {
            remote_virtual_network_id: referring("module.spoke", "each.key"),
          }),
        ],
        module_calls: { spoke: { module: { outputs, resources: [] } } },
      },
    },
  });
}

const output = (...references: string[]) => ({ expression: { references } });
const network = "azurerm_virtual_network.v";

it.each([
  { outputs: { id: output(`${network}.id`, network) }, leads: true, why: "the only output" },
  {
    outputs: {
      id: output(`${network}.id`, network),
      name: output(`${network}.name`, network),
      whole: output(network),
    },
    leads: true,
    why: "all that could be meant is one network",
  },
  {
    outputs: { id: output(`${network}.id`), other: output("azurerm_virtual_network.other.id") },
    leads: false,
    why: "two could be meant",
  },
  { outputs: { name: output(`${network}.name`, network) }, leads: false, why: "a name is no id" },
])("an output that Terraform does not name is found where $why: $leads", ({ outputs, leads }) => {
  const { estate } = readAny(peeringWith(outputs));

  for (const key of ["a", "b"]) {
    const { remoteVirtualNetwork } = find(estate, `virtualNetworkPeerings/to-${key}`).properties;
    const id = expect.stringMatching(`/virtualNetworks/spoke-${key}$`);
    expect(remoteVirtualNetwork).toEqual({ id: leads ? id : expect.objectContaining({ kind: "unknown" }) });
  }
});

const referenceTo = (type: string) => ({ references: [`${type}.x.id`, `${type}.x`] });

it("what stands behind a load balancer is found by the associations of its pool", () => {
  const base = { resource_group_name: "rg", location: "westeurope" };
  const subnet = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s";
  const resources = [
    resource("azurerm_virtual_network", "x", { ...base, name: "v", address_space: ["10.0.0.0/24"] }),
    resource("azurerm_subnet", "x", {
      ...base,
      id: subnet,
      name: "s",
      virtual_network_name: "v",
      address_prefixes: ["10.0.0.0/25"],
    }),
    resource("azurerm_network_interface", "x", {
      ...base,
      name: "nic",
      ip_configuration: [{ name: "internal", subnet_id: subnet, private_ip_address: "10.0.0.5" }],
    }),
    resource("azurerm_lb", "x", {
      ...base,
      name: "lb",
      sku: "Standard",
      frontend_ip_configuration: [{ name: "f", subnet_id: subnet, private_ip_address: "10.0.0.4" }],
    }),
    resource("azurerm_lb_backend_address_pool", "x", { name: "pool" }),
    resource("azurerm_network_interface_backend_address_pool_association", "x", {
      ip_configuration_name: "internal",
    }),
  ];
  const { estate, diagnostics } = together(
    jsonFile({
      format_version: "1.2",
      planned_values: { root_module: { resources } },
      resource_changes: [
        {
          address: "azurerm_lb_backend_address_pool.x",
          change: { after_unknown: { loadbalancer_id: true } },
        },
        {
          address: "azurerm_network_interface_backend_address_pool_association.x",
          change: { after_unknown: { network_interface_id: true, backend_address_pool_id: true } },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            written("azurerm_lb_backend_address_pool", { loadbalancer_id: referenceTo("azurerm_lb") }),
            written("azurerm_network_interface_backend_address_pool_association", {
              network_interface_id: referenceTo("azurerm_network_interface"),
              backend_address_pool_id: referenceTo("azurerm_lb_backend_address_pool"),
            }),
          ],
        },
      },
    }),
  );

  expect(diagnostics.filter(({ rule }) => rule.startsWith("terraform-plan/"))).toEqual([]);
  const [balancer] = [...predict(estate, everythingUp).topology.nodes.values()].filter(
    ({ role }) => role === "loadBalancer",
  );
  expect(balancer?.balances).toHaveLength(1);
});

const networkIn = (name: string) => ({
  ...resource("azurerm_virtual_network", name, {
    name: "v",
    resource_group_name: "rg",
    address_space: ["10.0.0.0/24"],
  }),
});

const configured = (name: string, provider: string) => ({
  type: "azurerm_virtual_network",
  name,
  mode: "managed",
  provider_config_key: provider,
  expressions: {},
});

it("each provider has a subscription of its own", () => {
  const [hub, spoke] = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];

  const { estate } = readAny(
    jsonFile({
      format_version: "1.2",
      variables: { hub: { value: hub } },
      planned_values: { root_module: { resources: [networkIn("hub"), networkIn("spoke")] } },
      configuration: {
        provider_config: {
          azurerm: { expressions: { subscription_id: { constant_value: spoke } } },
          "azurerm.hub": { expressions: { subscription_id: referring("var.hub") } },
        },
        root_module: { resources: [configured("hub", "spokes:azurerm.hub"), configured("spoke", "azurerm")] },
      },
    }),
  );

  expect([...estate.resources.values()].map(({ id }) => id.split("/")[2])).toEqual([hub, spoke]);
});

it("a gateway's BGP addresses are those of the IP configuration that they name", () => {
  const gateway = resource("azurerm_virtual_network_gateway", "x", {
    name: "gw",
    resource_group_name: "rg",
    ip_configuration: [{ name: "a" }, { name: "b" }],
    bgp_settings: [{ asn: 65515, peering_addresses: [{ ip_configuration_name: "b" }] }],
  });
  const { estate } = readAny(
    jsonFile({ format_version: "1.2", planned_values: { root_module: { resources: [gateway] } } }),
  );

  const { id, properties } = find(estate, "/gw");
  expect(properties["bgpSettings"]).toMatchObject({
    bgpPeeringAddresses: [{ ipconfigurationId: `${id}/ipConfigurations/b` }],
  });
});

it("a data source is something that exists, of which a part is known; hubs of a Virtual WAN are told", () => {
  const id = "/subscriptions/2/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/shared";
  const data = {
    ...resource("azurerm_virtual_network", "shared", { id, name: "shared", address_space: ["10.0.0.0/24"] }),
    mode: "data",
  };
  const connection = resource("azurerm_virtual_hub_connection", "c", {
    name: "c",
    virtual_hub_id: id.replace("virtualNetworks/shared", "virtualHubs/hub"),
    remote_virtual_network_id: id,
  });

  const { estate } = together(
    jsonFile({
      format_version: "1.2",
      planned_values: { root_module: { resources: [connection] } },
      prior_state: { values: { root_module: { resources: [data] } } },
    }),
  );

  expect(find(estate, "virtualNetworks/shared")).toMatchObject({
    existing: true,
    properties: { addressSpace: { addressPrefixes: ["10.0.0.0/24"] } },
  });
  expect(predict(estate, everythingUp).topology.gaps.map(({ because }) => because)).toContain(
    "shared is connected to the virtual hub hub, and Virtual WAN is not modelled",
  );
});

const azapi = (name: string, type: string, values: object) => ({
  ...resource("azapi_resource", name, { name, type: `Microsoft.Network/${type}@2024-05-01`, ...values }),
});

const writtenBody = (name: string, references: readonly string[]) => ({
  type: "azapi_resource",
  name,
  mode: "managed",
  expressions: { body: { references } },
});

it("a body of azapi refers to the one resource that a member of it can mean", () => {
  const body = {
    properties: { remoteVirtualNetwork: {}, routeTable: {}, natGateway: {} },
  };
  const open = { id: true };

  const { estate } = readAny(
    jsonFile({
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: [
            azapi("hub", "virtualNetworks", { body: {} }),
            azapi("one", "routeTables", { body: {} }),
            azapi("two", "routeTables", { body: {} }),
            azapi("x", "virtualNetworks/virtualNetworkPeerings", {
              parent_id:
                "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/spoke",
              body,
            }),
          ],
        },
      },
      resource_changes: [
        {
          address: "azapi_resource.x",
          change: {
            after_unknown: {
              body: { properties: { remoteVirtualNetwork: open, routeTable: open, natGateway: open } },
            },
          },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            writtenBody("x", [
              "azapi_resource.hub.id",
              "azapi_resource.hub",
              "azapi_resource.one.id",
              "azapi_resource.two.id",
            ]),
          ],
        },
      },
    }),
  );

  expect(find(estate, "virtualNetworkPeerings/x").properties).toMatchObject({
    remoteVirtualNetwork: { id: find(estate, "virtualNetworks/hub").id },
    routeTable: { id: { kind: "unknown" } },
    natGateway: { id: { kind: "unknown" } },
  });
});

it("an interface is in the application security groups that are associated with it", () => {
  const net = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network";
  const associated = (name: string) =>
    resource("azurerm_network_interface_application_security_group_association", name, {
      network_interface_id: `${net}/networkInterfaces/nic`,
      application_security_group_id: `${net}/applicationSecurityGroups/${name}`,
    });
  const nic = resource("azurerm_network_interface", "x", {
    id: `${net}/networkInterfaces/nic`,
    name: "nic",
    ip_configuration: [{ name: "a", private_ip_address: "10.0.0.4" }],
  });

  const { estate, diagnostics } = readAny(
    jsonFile({
      format_version: "1.0",
      values: { root_module: { resources: [nic, associated("web"), associated("db")] } },
    }),
  );

  expect(diagnostics).toEqual([]);
  expect(find(estate, "/nic").properties["ipConfigurations"]).toMatchObject([
    {
      name: "a",
      properties: {
        privateIPAddress: "10.0.0.4",
        applicationSecurityGroups: [
          { id: `${net}/applicationSecurityGroups/web` },
          { id: `${net}/applicationSecurityGroups/db` },
        ],
      },
    },
  ]);
});
