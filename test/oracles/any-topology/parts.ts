import { deploymentSubscription } from "../../../src/model/deployment-scope.ts";
import type {
  Appliance,
  Estate,
  Observation,
  P2sUsers,
  ProviderRouter,
  Site,
} from "../../../src/model/estate.ts";
import { emptyEstate } from "../../../src/model/estate.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Value, ValueObject } from "../../../src/model/unknown.ts";
import { createDraw, type Draw } from "./draw.ts";

/** What an estate may have; each can be left out, to find which of them a failure needs. */
export const features = [
  "dualStack",
  "secondRange",
  "brokenPeerings",
  "subnetPeering",
  "forwardedTraffic",
  "gatewayTransit",
  "userRoutes",
  "userRoutesAtGateways",
  "propagationOff",
  "securityGroups",
  "privateEndpoints",
  "serviceEndpoints",
  "egress",
  "appliances",
  "noForwarding",
  "loadBalancers",
  "vpn",
  "activeActive",
  "siteToSite",
  "vnetToVnet",
  "bgp",
  "defaultRoute",
  "natRules",
  "users",
  "expressRoute",
  "secondCircuit",
  "fastPath",
  "routeServer",
] as const;
export type Feature = (typeof features)[number];

export interface Wanted {
  readonly seed: number;
  /** About how many networks and sites: 1 is a few. */
  readonly size: number;
  readonly without: ReadonlySet<Feature>;
}

export const origin = { file: "generated", path: [] };
export const regions = ["westeurope", "northeurope", "eastus2"] as const;

/** An estate while it grows. */
export interface Growing {
  readonly wanted: Wanted;
  has(feature: Feature): boolean;
  draw(about: string): Draw;
  add(path: string, properties: ValueObject, envelope?: { location?: string; sku?: ValueObject }): string;
  /** Puts more into what is there. */
  extend(id: string, properties: ValueObject): void;
  readonly sites: Site[];
  readonly providerRouters: ProviderRouter[];
  readonly p2sUsers: P2sUsers[];
  readonly appliances: Appliance[];
  readonly observed: Observation[];
}

const root = `/subscriptions/${deploymentSubscription}/resourceGroups/rg-network/providers/`;

export function idOf(path: string): string {
  return path.startsWith("Microsoft.") ? `${root}${path}` : `${root}Microsoft.Network/${path}`;
}

export function ref(path: string): ValueObject {
  return { id: idOf(path) };
}

export function beginEstate(wanted: Wanted): Growing & { finish(): Estate } {
  const resources = new Map<string, Resource>();
  const lists = { sites: [], providerRouters: [], p2sUsers: [], appliances: [], observed: [] };
  const put = (resource: Resource) => resources.set(resource.id.toLowerCase(), resource);
  return {
    ...lists,
    wanted,
    has: (feature) => !wanted.without.has(feature),
    draw: (about) => createDraw(wanted.seed, about),
    add(path, properties, envelope = {}) {
      const id = idOf(path);
      const [provider = "", ...rest] = id.slice(root.length).split("/");
      const type = [provider, ...rest.filter((_, index) => index % 2 === 0)].join("/");
      const { location, sku } = envelope;
      put({
        id,
        type,
        name: rest.at(-1) ?? "",
        properties,
        origin: { ...origin, path: [path] },
        ...(location === undefined ? {} : { location }),
        ...(sku === undefined ? {} : { envelope: { sku } }),
      });
      return id;
    },
    extend(id, properties) {
      const resource = resources.get(id.toLowerCase());
      if (resource) put({ ...resource, properties: { ...resource.properties, ...properties } });
    },
    finish: () => ({ ...emptyEstate, ...lists, resources }),
  };
}

export function list(...values: readonly Value[]): readonly Value[] {
  return values;
}
