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
