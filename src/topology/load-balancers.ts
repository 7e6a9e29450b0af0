import { hostPrefix, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { LOAD_BALANCER } from "../model/load-balancer.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Forwarding, Node, NodeId, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isList, type Value } from "../model/unknown.ts";
import { applianceAt, forwardingOfAppliance } from "./appliances.ts";
import { interfacesOfPool, poolsOf } from "./backend-pools.ts";
import { type FrontEnd, frontEndsOf } from "./front-ends.ts";
import { notModelled } from "./gap.ts";
import { placementInSubnet, type SubnetPlacement, unplaced } from "./placement.ts";

/** Internal front ends; public ones belong to the internet. */
export const loadBalancers: TopologyReader = { reads: LOAD_BALANCER, read };

const nobodyBehind = "no network interface of the estate stands behind this front end";

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(LOAD_BALANCER)) {
    const frontEnds = frontEndsOf(resource);
    for (const frontEnd of frontEnds) {
      const place = placementInSubnet(frontEnd.subnetId, estate);
      yield place
        ? nodeOf(resource, frontEnd, idOf(resource, frontEnd, frontEnds.length), place, estate)
        : unplaced({ resource, name: resource.name }, frontEnd.subnetId);
      if (place && frontEnd.address === undefined)
        yield notModelled(resource, `the address of ${frontEnd.name} of ${resource.name} is not known`);
    }
  }
}

/** One front end is the load balancer; of several each is a thing of its own. */
function idOf({ id }: Resource, { name }: FrontEnd, count: number): NodeId {
  return count === 1 ? keyOf(id) : `${keyOf(id)}#${name.toLowerCase()}`;
}

function nodeOf(
  resource: Resource,
  frontEnd: FrontEnd,
  id: NodeId,
  place: SubnetPlacement,
  estate: EstateIndex,
): Node {
  const address = frontEnd.address === undefined ? undefined : parseAddress(frontEnd.address);
  const backends = backendsOf(resource, frontEnd, estate);
  const isOneOfSeveral = id !== keyOf(resource.id);
  return {
    part: "node",
    id,
    name: isOneOfSeveral ? `${resource.name} ${frontEnd.name}` : resource.name,
    role: "loadBalancer",
    ...place,
    prefixes: address ? [hostPrefix(address)] : [],
    forwarding: forwardingOfFrontEnd(resource, estate),
    ...(backends.length > 0 ? { balances: backends } : {}),
    needs: isOneOfSeveral ? [...place.needs, [keyOf(resource.id)]] : place.needs,
    origin: resource.origin,
  };
}

/** Asked only where the estate holds nothing behind it: then the appliance, if one is said to be there, is all there is. */
function forwardingOfFrontEnd({ id }: Resource, estate: EstateIndex): Forwarding {
  const appliance = applianceAt(keyOf(id), estate);
  if (appliance) return forwardingOfAppliance(appliance);

  return { does: estate.isComplete(id) ? "no" : "unknown", because: nobodyBehind };
}

/** Those of the pools that a rule joins to the front end; of all pools where the estate shows no rule. */
function backendsOf(resource: Resource, frontEnd: FrontEnd, estate: EstateIndex): readonly ResourceId[] {
  const rules = listAt(resource, "loadBalancingRules");
  const all = poolsOf(resource, estate).map(({ key }) => key);
  const pools =
    rules.length === 0
      ? all
      : rules.filter((rule) => idAt(rule, "frontendIPConfiguration") === frontEnd.key).flatMap(poolsOfRule);
  return [...new Set(pools.flatMap((pool) => interfacesOfPool(pool, estate)))];
}

function poolsOfRule(rule: Value): readonly ResourceId[] {
  const several = valueAt(rule, ["properties", "backendAddressPools"]);
  const listed = (isList(several) ? several : []).flatMap((value) => textOf(valueAt(value, ["id"])) ?? []);
  const one = idAt(rule, "backendAddressPool");
  return [...(one === undefined ? [] : [one]), ...listed.map(keyOf)];
}

function idAt(rule: Value, property: string): ResourceId | undefined {
  const id = textOf(valueAt(rule, ["properties", property, "id"]));
  return id === undefined ? undefined : keyOf(id);
}

function listAt(resource: Resource, property: string): readonly Value[] {
  const value = propertyOf(resource, property);
  return isList(value) ? value : [];
}
