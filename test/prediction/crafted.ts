import type { Estate } from "../../src/model/estate.ts";
import { propertyOf } from "../../src/model/properties.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { Value, ValueObject } from "../../src/model/unknown.ts";
import type { Draw } from "../oracles/any-topology/draw.ts";
import type { Mutation } from "./mutate.ts";

const NETWORK = "Microsoft.Network";

/** Estates that somebody could have built, and that make routers go round in circles. */
export const crafted: readonly Mutation[] = [
  { name: "10,000 routes in a table", apply: (estate, draw) => withRoutes(estate, draw, manyRoutes()) },
  { name: "every subnet sends to an appliance of another one", apply: inCircles },
  {
    name: "an appliance that is nowhere",
    apply: (estate, draw) => withRoutes(estate, draw, toAppliance("203.0.113.99")),
  },
  {
    name: "every kind of next hop, for everything",
    apply: (estate, draw) => withRoutes(estate, draw, everyHop()),
  },
  {
    name: "a peering with itself",
    apply: (estate) => each(estate, "virtualNetworkPeerings", peeredWithItself),
  },
  {
    name: "gateway transit in every direction",
    apply: (estate) => each(estate, "virtualNetworkPeerings", transit),
  },
  {
    name: "a subnet outside of its network",
    apply: (estate, draw) => one(estate, draw, "subnets", (it) => set(it, "addressPrefix", "198.18.0.0/24")),
  },
  {
    name: "a subnet of every prefix length",
    apply: (estate, draw) =>
      each(estate, "subnets", (it) => set(it, "addressPrefix", `10.0.0.0/${draw.below(34)}`)),
  },
  {
    name: "a gateway connection to itself",
    apply: (estate) => each(estate, "connections", connectedToItself),
  },
  { name: "all gateways in one subnet", apply: allInOneSubnet },
  { name: "a circuit twice, with the same range", apply: (estate) => twice(estate, "expressRouteCircuits") },
  { name: "every gateway twice", apply: (estate) => twice(estate, "virtualNetworkGateways") },
  { name: "every Route Server twice", apply: (estate) => twice(estate, "virtualHubs") },
  { name: "every connection twice", apply: (estate) => twice(estate, "connections") },
  { name: "sites, routers and users twice", apply: companionsTwice },
  {
    name: "no companions",
    apply: (estate) => ({
      ...estate,
      sites: [],
      providerRouters: [],
      p2sUsers: [],
      appliances: [],
      observed: [],
    }),
  },
  { name: "companions with names of nothing", apply: namelessCompanions },
];

function isOf({ type }: Resource, last: string): boolean {
  return type.toLowerCase().endsWith(`/${last.toLowerCase()}`);
}

function each(estate: Estate, type: string, change: (resource: Resource) => Resource): Estate {
  const changed = [...estate.resources].map(([key, resource]): [string, Resource] => [
    key,
    isOf(resource, type) ? change(resource) : resource,
  ]);
  return { ...estate, resources: new Map(changed) };
}

function one(estate: Estate, draw: Draw, type: string, change: (resource: Resource) => Resource): Estate {
  const all = [...estate.resources.values()].filter((resource) => isOf(resource, type));
  if (all.length === 0) return estate;
  const chosen = draw.pick(all);
  return each(estate, type, (resource) => (resource === chosen ? change(resource) : resource));
}

function set(resource: Resource, key: string, value: Value): Resource {
  return { ...resource, properties: { ...resource.properties, [key]: value } };
}

function route(name: string, addressPrefix: string, more: ValueObject): Value {
  return { name, properties: { addressPrefix, ...more } };
}

function manyRoutes(): readonly Value[] {
  return Array.from({ length: 10_000 }, (_, index) =>
    route(`r${index}`, `10.${index >> 8}.${index & 255}.0/24`, {
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: `10.0.0.${index % 250}`,
    }),
  );
}

function toAppliance(nextHopIpAddress: string): readonly Value[] {
  return [
    route("all", "0.0.0.0/0", { nextHopType: "VirtualAppliance", nextHopIpAddress }),
    route("private", "10.0.0.0/8", { nextHopType: "VirtualAppliance", nextHopIpAddress }),
  ];
}

function everyHop(): readonly Value[] {
  const types = ["VnetLocal", "VirtualNetworkGateway", "Internet", "None", "VirtualAppliance", "Storage", ""];
  return ["0.0.0.0/0", "10.0.0.0/8", "::/0"].flatMap((prefix) =>
    types.map((nextHopType) => route(`${prefix}${nextHopType}`, prefix, { nextHopType })),
  );
}

/** A table of these routes at every subnet. */
function withRoutes(estate: Estate, _draw: Draw, routes: readonly Value[]): Estate {
  const [first] = estate.resources.values();
  if (!first) return estate;

  const id = `/subscriptions/s/resourceGroups/rg/providers/${NETWORK}/routeTables/hostile`;
  const table: Resource = {
    id,
    type: `${NETWORK}/routeTables`,
    name: "hostile",
    properties: { routes },
    origin: first.origin,
  };
  const changed = each(estate, "subnets", (subnet) => set(subnet, "routeTable", { id }));
  return { ...changed, resources: new Map(changed.resources).set(keyOf(id), table) };
}

/** All interfaces forward, and each subnet's table names an interface, mostly of another subnet. */
function inCircles(estate: Estate, draw: Draw): Estate {
  const addresses = [...estate.resources.values()]
    .filter((resource) => isOf(resource, "networkInterfaces"))
    .flatMap((nic) => JSON.stringify(nic.properties).match(/\d+\.\d+\.\d+\.\d+/g) ?? []);
  if (addresses.length === 0) return estate;

  const forwarding = each(estate, "networkInterfaces", (nic) => set(nic, "enableIPForwarding", true));
  const resources = new Map(forwarding.resources);
  for (const [key, subnet] of forwarding.resources) {
    if (!isOf(subnet, "subnets")) continue;
    const id = `/subscriptions/s/resourceGroups/rg/providers/${NETWORK}/routeTables/${resources.size}`;
    resources.set(key, set(subnet, "routeTable", { id }));
    resources.set(keyOf(id), {
      id,
      type: `${NETWORK}/routeTables`,
      name: `${resources.size}`,
      properties: { routes: toAppliance(draw.pick(addresses)) },
      origin: subnet.origin,
    });
  }
  return { ...forwarding, resources };
}

function peeredWithItself(peering: Resource): Resource {
  const id = peering.id.replace(/\/virtualNetworkPeerings\/.*/i, "");
  return set(peering, "remoteVirtualNetwork", { id });
}

function transit(peering: Resource): Resource {
  const on = {
    allowGatewayTransit: true,
    useRemoteGateways: true,
    allowForwardedTraffic: true,
    peeringState: "Connected",
  };
  return { ...peering, properties: { ...peering.properties, ...on } };
}

function connectedToItself(connection: Resource): Resource {
  const gateway = propertyOf(connection, "virtualNetworkGateway1");
  return gateway === undefined ? connection : set(connection, "virtualNetworkGateway2", gateway);
}

function allInOneSubnet(estate: Estate, draw: Draw): Estate {
  const subnets = [...estate.resources.values()].filter((resource) => isOf(resource, "subnets"));
  if (subnets.length === 0) return estate;
  const { id } = draw.pick(subnets);
  return each(estate, "virtualNetworkGateways", (gateway) =>
    set(gateway, "ipConfigurations", [{ name: "one", properties: { subnet: { id } } }]),
  );
}

function twice(estate: Estate, type: string): Estate {
  const resources = new Map(estate.resources);
  for (const resource of estate.resources.values()) {
    if (!isOf(resource, type)) continue;
    const twin = { ...resource, id: `${resource.id}-twin`, name: `${resource.name}-twin` };
    resources.set(keyOf(twin.id), twin);
    for (const [key, child] of estate.resources) {
      if (!key.startsWith(`${keyOf(resource.id)}/`)) continue;
      const id = `${twin.id}${child.id.slice(resource.id.length)}`;
      resources.set(keyOf(id), { ...child, id });
    }
  }
  return { ...estate, resources };
}

function companionsTwice(estate: Estate): Estate {
  const { sites, providerRouters, p2sUsers, appliances, observed } = estate;
  return {
    ...estate,
    sites: [...sites, ...sites, ...sites.map((site) => ({ ...site, name: `${site.name}-twin` }))],
    providerRouters: [
      ...providerRouters,
      ...providerRouters.map((router) => ({ ...router, name: `${router.name}-twin` })),
    ],
    p2sUsers: [...p2sUsers, ...p2sUsers.map((users) => ({ ...users, name: users.name.toUpperCase() }))],
    appliances: [...appliances, ...appliances],
    observed: [...observed, ...observed],
  };
}

function namelessCompanions(estate: Estate, draw: Draw): Estate {
  const name = draw.pick(["", "/", "#0", "__proto__", "constructor", "nobody"]);
  return {
    ...estate,
    sites: estate.sites.map((site) => ({
      ...site,
      name,
      vpnDevices: site.vpnDevices.map((device) => ({
        ...device,
        name,
        tunnels: device.tunnels.map((tunnel) => ({ ...tunnel, gatewayConnection: name, instance: 99 })),
      })),
    })),
    providerRouters: estate.providerRouters.map((router) => ({
      ...router,
      circuits: [name, ...router.circuits],
      site: name,
    })),
    p2sUsers: estate.p2sUsers.map((users) => ({ ...users, name })),
    appliances: estate.appliances.map((appliance) => ({ ...appliance, resource: name, bgpPeers: [name] })),
  };
}
