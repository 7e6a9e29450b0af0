import { formatPrefix } from "../ip/index.ts";
import type { AddressPlan, NetworkPlan, PlannedRange, SubnetPlan } from "../model/address-plan.ts";
import { deploymentResourceGroup, deploymentSubscription } from "../model/deployment-scope.ts";
import type { SubnetIntent, VirtualNetworkIntent } from "../model/intent.ts";
import type { Part, Resource } from "../model/resource.ts";
import { scopeId } from "../model/resource-id.ts";
import type { Value, ValueObject } from "../model/unknown.ts";
import { SUBNET, VIRTUAL_NETWORK } from "../model/virtual-network.ts";
import { type Origin, originWithin } from "../source/origin.ts";

/** The virtual networks and subnets of the plan. What exists already is there to be referred to, and marked so. */
export function buildNetworks(plan: AddressPlan): readonly Resource[] {
  return plan.networks.flatMap((network) => [buildNetwork(network), ...buildSubnets(network)]);
}

export function networkId(network: VirtualNetworkIntent): string {
  if (network.existing !== undefined) return network.existing;

  const { subscription = deploymentSubscription, resourceGroup = deploymentResourceGroup } = network.scope;
  return `${scopeId({ subscription, resourceGroup })}/providers/${VIRTUAL_NETWORK}/${network.name}`;
}

function buildNetwork({ network, addressSpace }: NetworkPlan): Resource {
  const id = networkId(network);
  return {
    id,
    type: VIRTUAL_NETWORK,
    name: id.slice(id.lastIndexOf("/") + 1),
    ...(network.region === undefined ? {} : { location: network.region }),
    properties: { addressSpace: { addressPrefixes: prefixesOf(addressSpace, network.origin) } },
    ...(Object.keys(network.tags).length === 0 ? {} : { envelope: { tags: network.tags } }),
    ...(network.existing === undefined ? {} : { existing: true }),
    origin: network.origin,
    parts: [
      ...network.addressSpace.map(
        (range, index): Part => ({
          at: ["properties", "addressSpace", "addressPrefixes", index],
          origin: range.origin,
        }),
      ),
      {
        at: ["properties", "addressSpace"],
        origin: originWithin(network.origin, network.length === undefined ? "addressSpace" : "size"),
      },
      { at: ["location"], origin: originWithin(network.origin, "region") },
    ],
  };
}

function buildSubnets(plan: NetworkPlan): readonly Resource[] {
  const intents = new Map(plan.network.subnets.map((subnet) => [subnet.name, subnet]));
  return plan.subnets.flatMap((subnet) => {
    const intent = intents.get(subnet.name);
    return intent ? [buildSubnet(plan.network, subnet, intent)] : [];
  });
}

function buildSubnet(network: VirtualNetworkIntent, subnet: SubnetPlan, intent: SubnetIntent): Resource {
  // In a network that exists, a subnet with a range of its own is there too; one with a size is added.
  const isThere = network.existing !== undefined && intent.addressPrefixes.length > 0;
  return {
    id: `${networkId(network)}/subnets/${subnet.name}`,
    type: SUBNET,
    name: subnet.name,
    properties: prefixProperties(subnet.addressPrefixes, intent.origin),
    ...(isThere ? { existing: true } : {}),
    origin: intent.origin,
    parts: intent.addressPrefixes.map(
      (range, index): Part => ({
        at:
          subnet.addressPrefixes.length === 1
            ? ["properties", "addressPrefix"]
            : ["properties", "addressPrefixes", index],
        origin: range.origin,
      }),
    ),
  };
}

function prefixProperties(ranges: readonly PlannedRange[], origin: Origin): ValueObject {
  const [only] = ranges;
  if (ranges.length === 1 && only) return { addressPrefix: formatPrefix(only.prefix) };
  return { addressPrefixes: prefixesOf(ranges, origin) };
}

/** Where none could be planned, that is reported already: the value is unknown, and no rule complains of it again. */
function prefixesOf(ranges: readonly PlannedRange[], origin: Origin): Value {
  if (ranges.length === 0) return { kind: "unknown", because: "no range could be planned for it", origin };
  return ranges.map(({ prefix }) => formatPrefix(prefix));
}
