import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AddressDemand, SizedFacility } from "../../model/facility-type.ts";
import type { Intent, SubnetIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";

/** The intent with the subnets that gateways need. One that a person fixed too small is reported. */
export function addGatewaySubnets(
  intent: Intent,
  facilities: readonly SizedFacility[],
): { readonly intent: Intent; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const wanted = new Map<string, Map<string, number>>();
  for (const [network, demands] of subnetDemands(facilities)) {
    const lengths = new Map<string, number>();
    for (const { name, length, sharedLength = length } of demands) {
      const isShared = demands.filter((other) => other.name === name).length > 1;
      lengths.set(name, Math.min(isShared ? sharedLength : length, lengths.get(name) ?? 32));
    }
    wanted.set(network, lengths);
  }
  const virtualNetworks = intent.virtualNetworks.map((network) => {
    const subnets = wanted.get(network.name);
    return subnets ? withSubnets(network, subnets, diagnostics) : network;
  });
  return { intent: { ...intent, virtualNetworks }, diagnostics };
}

type SubnetDemand = Extract<AddressDemand, { readonly type: "subnet" }>;

function subnetDemands(facilities: readonly SizedFacility[]): ReadonlyMap<string, readonly SubnetDemand[]> {
  const demands = new Map<string, SubnetDemand[]>();
  for (const demand of facilities.flatMap(({ addresses }) => addresses)) {
    if (demand.type !== "subnet") continue;
    demands.set(demand.virtualNetwork, [...(demands.get(demand.virtualNetwork) ?? []), demand]);
  }
  return demands;
}

function withSubnets(
  network: VirtualNetworkIntent,
  wanted: ReadonlyMap<string, number>,
  diagnostics: Diagnostic[],
): VirtualNetworkIntent {
  const subnets: SubnetIntent[] = [...network.subnets];
  for (const [name, length] of wanted) {
    const index = subnets.findIndex((subnet) => subnet.name === name);
    const known = subnets[index];
    if (!known) {
      subnets.push({ name, addressPrefixes: [], length, origin: originWithin(network.origin, "subnets") });
    } else if (lengthOf(known) > length) {
      diagnostics.push(tooSmall(network, known, length));
    }
  }
  return { ...network, subnets };
}

/** The shortest of its IPv4 ranges, or the size that is asked for. */
function lengthOf({ addressPrefixes, length }: SubnetIntent): number {
  const lengths = addressPrefixes
    .filter(({ prefix }) => prefix.family === 4)
    .map(({ prefix }) => prefix.length);
  return Math.min(...lengths, length ?? 32);
}

function tooSmall(network: VirtualNetworkIntent, subnet: SubnetIntent, length: number): Diagnostic {
  return {
    rule: "addresses/too-small-subnet",
    severity: "error",
    message: `${network.name}/${subnet.name} is a /${lengthOf(subnet)}, and its gateways need a /${length}.`,
    origin: subnet.origin,
    hint: `Write ${subnet.name}: /${length}, or leave its size open.`,
  };
}
