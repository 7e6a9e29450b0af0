import { formatPrefix } from "../ip/index.ts";
import type { AddressPlan, NetworkPlan } from "../model/address-plan.ts";
import type { SizedFacility } from "../model/facility-type.ts";
import type { Intent, VirtualNetworkIntent } from "../model/intent.ts";

/** Before the users' name: no network can be called so, for Azure takes no blank in a name. */
const PREFIX = "client pool ";

/**
 * Client pools are planned as networks are: from the region's block, clear of everything, kept by the lock. They stand
 * among the networks of the intent while addresses are planned, and are taken out again.
 */
export function withClientPools(intent: Intent, facilities: readonly SizedFacility[]): Intent {
  const pools = facilities.flatMap(({ addresses }) =>
    addresses.flatMap((demand): readonly VirtualNetworkIntent[] => {
      const users =
        demand.type === "clientPool" ? intent.p2sUsers.find(({ name }) => name === demand.users) : undefined;
      if (demand.type !== "clientPool" || !users) return [];
      return [
        {
          name: `${PREFIX}${users.name}`,
          region: demand.region,
          scope: {},
          addressSpace: [],
          length: demand.length,
          dualStack: false,
          growth: { type: "share", share: 0 },
          subnets: [],
          tags: {},
          origin: users.origin,
        },
      ];
    }),
  );
  return pools.length === 0 ? intent : { ...intent, virtualNetworks: [...intent.virtualNetworks, ...pools] };
}

/** The plan with the pools beside the networks, and no longer among them. */
export function withoutClientPools(plan: AddressPlan): AddressPlan {
  const pools = plan.networks.filter(isPool);
  if (pools.length === 0) return plan;
  return {
    ...plan,
    networks: plan.networks.filter((one) => !isPool(one)),
    clientPools: pools.map(({ network, addressSpace }) => ({
      users: network.name.slice(PREFIX.length),
      region: network.region,
      addressSpace,
    })),
  };
}

function isPool({ network }: NetworkPlan): boolean {
  return network.name.startsWith(PREFIX);
}

/** The pool of each group of users: their own, or the planned one. */
export function clientPoolsOf(intent: Intent, plan: AddressPlan): ReadonlyMap<string, readonly string[]> {
  const planned = new Map(plan.networks.map(({ network, addressSpace }) => [network.name, addressSpace]));
  return new Map(
    intent.p2sUsers.map(({ name, addressPool }) => [
      name,
      addressPool.length > 0
        ? addressPool.map(({ prefix }) => formatPrefix(prefix))
        : (planned.get(`${PREFIX}${name}`) ?? []).map(({ prefix }) => formatPrefix(prefix)),
    ]),
  );
}
