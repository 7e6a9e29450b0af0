import type { EstateIndex } from "../model/estate-index.ts";
import { LOAD_BALANCER } from "../model/load-balancer.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList, type Value } from "../model/unknown.ts";
import { interfaceAt, interfaceOfConfiguration, placedInterfaces } from "./network-interface-places.ts";
import { perEstate } from "./per-estate.ts";

const POOL = "Microsoft.Network/loadBalancers/backendAddressPools";

/** The network interfaces in a backend pool, whichever side says so; by the pool's id. */
const interfacesByPool = perEstate((estate): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> => {
  const members = new Map<ResourceId, Set<ResourceId>>();
  const add = (pool: ResourceId, key: ResourceId) => {
    const set = members.get(pool);
    if (set) set.add(key);
    else members.set(pool, new Set([key]));
  };
  for (const placed of placedInterfaces(estate).values()) {
    for (const value of placed.configurations) {
      for (const pool of idsIn(valueAt(value, ["properties", "loadBalancerBackendAddressPools"])))
        add(keyOf(pool), placed.key);
    }
  }
  for (const { key, properties } of allPools(estate)) {
    for (const member of membersToldByPool(properties, estate)) add(key, member);
  }
  return members;
});

export function interfacesOfPool(poolKey: ResourceId, estate: EstateIndex): readonly ResourceId[] {
  return [...(interfacesByPool(estate).get(poolKey) ?? [])];
}

interface Pool {
  readonly key: ResourceId;
  readonly properties: Value | undefined;
}

/** The pools of a load balancer, written in it or beside it. */
export function poolsOf(loadBalancer: Resource, estate: EstateIndex): readonly Pool[] {
  const inside = propertyOf(loadBalancer, "backendAddressPools");
  const written = (isList(inside) ? inside : []).flatMap((value) => {
    const name = textOf(valueAt(value, ["name"]));
    if (name === undefined) return [];
    const key = keyOf(`${loadBalancer.id}/backendAddressPools/${name}`);
    return [{ key, properties: valueAt(value, ["properties"]) }];
  });
  const beside = estate
    .childrenOf(loadBalancer, POOL)
    .map(({ id, properties }) => ({ key: keyOf(id), properties }));
  return [...written, ...beside];
}

function allPools(estate: EstateIndex): readonly Pool[] {
  return estate.all(LOAD_BALANCER).flatMap((resource) => poolsOf(resource, estate));
}

function* membersToldByPool(properties: Value | undefined, estate: EstateIndex): Iterable<ResourceId> {
  for (const id of idsIn(valueAt(properties, ["backendIPConfigurations"])))
    yield interfaceOfConfiguration(id);

  const addresses = valueAt(properties, ["loadBalancerBackendAddresses"]);
  for (const value of isList(addresses) ? addresses : []) {
    const address = textOf(valueAt(value, ["properties", "ipAddress"]));
    const network =
      textOf(valueAt(value, ["properties", "virtualNetwork", "id"])) ??
      textOf(valueAt(properties, ["virtualNetwork", "id"]));
    if (address === undefined || network === undefined) continue;
    const owner = interfaceAt(keyOf(network), address, estate);
    if (owner !== undefined) yield owner;
  }
}

const balancersByInterface = perEstate((estate): ReadonlyMap<ResourceId, readonly ResourceId[]> => {
  const balancers = new Map<ResourceId, ResourceId[]>();
  for (const resource of estate.all(LOAD_BALANCER)) {
    for (const pool of poolsOf(resource, estate)) {
      for (const member of interfacesOfPool(pool.key, estate)) {
        const list = balancers.get(member);
        if (list) list.push(keyOf(resource.id));
        else balancers.set(member, [keyOf(resource.id)]);
      }
    }
  }
  return balancers;
});

/** The load balancers that an interface stands behind. */
export function balancersOf(interfaceKey: ResourceId, estate: EstateIndex): readonly ResourceId[] {
  return balancersByInterface(estate).get(interfaceKey) ?? [];
}

function idsIn(list: Value | undefined): readonly string[] {
  return isList(list) ? list.flatMap((value) => textOf(valueAt(value, ["id"])) ?? []) : [];
}
