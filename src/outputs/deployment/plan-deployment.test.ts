import { expect, it } from "vitest";
import { deploymentResourceGroup, deploymentSubscription } from "../../model/deployment-scope.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { ValueObject } from "../../model/unknown.ts";
import { deployCommand, requiredGroups } from "./how-to-deploy.ts";
import { planDeployment } from "./plan-deployment.ts";

const OTHER_SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

it("is deployed straight to the group that everything belongs to", () => {
  const plan = planDeployment(estate(network("hub", "rg-network"), network("orders", "rg-network")));

  expect(plan.resources).toHaveLength(2);
  expect(plan.nested).toEqual([]);
  expect(deployCommand(plan, "main.bicep")).toBe(
    "az deployment group create --resource-group rg-network --template-file main.bicep",
  );
});

it("is deployed anywhere where several groups are written to", () => {
  const plan = planDeployment(estate(network("hub", "rg-hub"), network("far", "rg-far", OTHER_SUBSCRIPTION)));

  expect(plan.resources).toEqual([]);
  expect(plan.nested.map(({ name }) => name)).toEqual(["rg-hub", "rg-far"]);
  expect(requiredGroups(plan)).toBe(
    `Resource groups are not created; these must exist: rg-hub, rg-far (subscription ${OTHER_SUBSCRIPTION}).`,
  );
});

it("binds itself to no named group while it must tell where it is deployed", () => {
  const atDeployment = { ...network("shared", deploymentResourceGroup), existing: true as const };
  const hub = network("hub", "rg-hub");

  const plan = planDeployment(estate(atDeployment, hub, peering(hub, atDeployment)));

  expect(plan.home.resourceGroup).toBe(deploymentResourceGroup);
  expect(plan.nested.map(({ name }) => name)).toEqual(["rg-hub"]);
});

it("deploys to a group a second time for what needs another group first", () => {
  const hub = network("hub", "rg-hub");
  const orders = network("orders", "rg-orders");

  const { nested } = planDeployment(estate(hub, orders, peering(hub, orders), peering(orders, hub)));

  expect(nested.map(({ name }) => name)).toEqual([
    "rg-hub",
    "rg-orders",
    "rg-hub-peerings",
    "rg-orders-peerings",
  ]);
});

it("writes nothing that exists, and nothing whose API version is not known", () => {
  const machine = resource(`${group("rg")}/providers/Microsoft.Compute/virtualMachines/vm`, {});

  const plan = planDeployment(estate({ ...network("hub", "rg"), existing: true }, machine));

  expect(plan.dependencies.size).toBe(0);
});

it("adds subnets to an existing network one after another", () => {
  const hub = { ...network("hub", "rg"), existing: true as const };
  const subnets = ["a", "b", "c"].map((name) => resource(`${hub.id}/subnets/${name}`, {}));

  const { dependencies } = planDeployment(estate(hub, ...subnets));

  expect(namesOf(dependencies)).toEqual({ a: [], b: ["a"], c: ["b"] });
});

it("cuts a circle of references where it closes", () => {
  const address = resource(`${group("rg")}/providers/Microsoft.Network/publicIPAddresses/address`, {
    natGateway: { id: `${group("rg")}/providers/Microsoft.Network/natGateways/nat` },
  });
  const nat = resource(`${group("rg")}/providers/Microsoft.Network/natGateways/nat`, {
    publicIpAddresses: [{ id: address.id }],
  });

  const { dependencies } = planDeployment(estate(address, nat));

  expect(namesOf(dependencies)).toEqual({ nat: [], address: ["nat"] });
});

it("waits for the load balancer that a reference goes into", () => {
  const balancer = resource(`${group("rg")}/providers/Microsoft.Network/loadBalancers/lb`, {});
  const card = resource(`${group("rg")}/providers/Microsoft.Network/networkInterfaces/nic`, {
    ipConfigurations: [
      { properties: { loadBalancerBackendAddressPools: [{ id: `${balancer.id}/backendAddressPools/p` }] } },
    ],
  });

  const { dependencies } = planDeployment(estate(card, balancer));

  expect(namesOf(dependencies)).toEqual({ lb: [], nic: ["lb"] });
});

function namesOf(dependencies: ReturnType<typeof planDeployment>["dependencies"]) {
  return Object.fromEntries(
    [...dependencies].map(([{ resource }, before]) => [
      resource.name,
      before.map((other) => other.resource.name),
    ]),
  );
}

function estate(...resources: readonly Resource[]): Estate {
  return { ...emptyEstate, resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])) };
}

function network(name: string, resourceGroup: string, subscription = deploymentSubscription): Resource {
  return resource(
    `${group(resourceGroup, subscription)}/providers/Microsoft.Network/virtualNetworks/${name}`,
    {},
  );
}

function peering(from: Resource, to: Resource): Resource {
  return resource(`${from.id}/virtualNetworkPeerings/to-${to.name}`, { remoteVirtualNetwork: { id: to.id } });
}

function group(resourceGroup: string, subscription = deploymentSubscription): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
}

function resource(id: string, properties: ValueObject): Resource {
  const [, path = ""] = id.split("/providers/");
  const segments = path.split("/");
  const type = segments.filter((_, index) => index === 0 || index % 2 === 1).join("/");
  return { id, type, name: segments.at(-1) ?? "", properties, origin: { file: "estate.yaml", path: [] } };
}
