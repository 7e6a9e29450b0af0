import { deploymentResourceGroup, deploymentSubscription } from "../../src/model/deployment-scope.ts";
import { type Estate, emptyEstate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf, scopeId } from "../../src/model/resource-id.ts";
import type { ValueObject } from "../../src/model/unknown.ts";

const origin = { file: "network.yaml", path: [] };
const scope = scopeId({ subscription: deploymentSubscription, resourceGroup: deploymentResourceGroup });

/** Networks with two subnets, each peered with the next. */
export function chainOfNetworks(count: number): Estate {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const resources = [
    ...indexes.flatMap(network),
    ...indexes.slice(1).flatMap((index) => peerings(index - 1, index)),
  ];
  return { ...emptyEstate, resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])) };
}

function network(index: number): readonly Resource[] {
  const id = idOf(index);
  const range = `10.${Math.floor(index / 256)}.${index % 256}`;
  const prefixes = { addressSpace: { addressPrefixes: [`${range}.0/24`] } };
  return [
    { ...resource(id, "Microsoft.Network/virtualNetworks", prefixes), location: "westeurope" },
    resource(`${id}/subnets/a`, "Microsoft.Network/virtualNetworks/subnets", {
      addressPrefix: `${range}.0/25`,
    }),
    resource(`${id}/subnets/b`, "Microsoft.Network/virtualNetworks/subnets", {
      addressPrefix: `${range}.128/25`,
    }),
  ];
}

function peerings(a: number, b: number): readonly Resource[] {
  return [peering(a, b), peering(b, a)];
}

function peering(from: number, to: number): Resource {
  return resource(
    `${idOf(from)}/virtualNetworkPeerings/to-${to}`,
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    {
      remoteVirtualNetwork: { id: idOf(to) },
      allowVirtualNetworkAccess: true,
    },
  );
}

function idOf(index: number): string {
  return `${scope}/providers/Microsoft.Network/virtualNetworks/spoke-${index}`;
}

function resource(id: string, type: string, properties: ValueObject): Resource {
  return { id, type, name: id.slice(id.lastIndexOf("/") + 1), properties, origin };
}
