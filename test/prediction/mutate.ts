import type { Estate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import { isList, isObject, type Value, type ValueObject } from "../../src/model/unknown.ts";
import type { Draw } from "../oracles/any-topology/draw.ts";
import {
  hostileAddresses,
  hostileNumbers,
  hostilePrefixes,
  hostileTexts,
  hostileValues,
  unknownValue,
} from "./hostile-values.ts";

/** One thing that goes wrong in an estate. */
export interface Mutation {
  readonly name: string;
  readonly apply: (estate: Estate, draw: Draw) => Estate;
}

const PREFIX = /^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i;
const ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;

export const mutations: readonly Mutation[] = [
  { name: "a resource is gone", apply: withoutOne },
  { name: "a network is gone and its subnets stay", apply: withoutNetwork },
  {
    name: "a property is gone",
    apply: onOneResource((resource, draw) => edited(resource, draw, () => undefined)),
  },
  {
    name: "a value of a wrong type",
    apply: onOneResource((resource, draw) => edited(resource, draw, () => draw.pick(hostileValues))),
  },
  {
    name: "a value that nobody knows",
    apply: onOneResource((resource, draw) => edited(resource, draw, () => unknownValue)),
  },
  {
    name: "all properties are of a wrong type",
    apply: onOneResource((resource, draw) => mapped(resource, () => draw.pick(hostileValues))),
  },
  { name: "an id leads nowhere", apply: everywhere(isId, () => hostileTexts) },
  {
    name: "an id leads elsewhere",
    apply: everywhere(isId, ({ resources }) => [...resources.keys()]),
  },
  { name: "ids of odd case", apply: oddCase },
  {
    name: "a prefix is another's",
    apply: everywhere(isPrefix, prefixesOf),
  },
  { name: "a hostile prefix", apply: everywhere(isPrefix, () => hostilePrefixes) },
  {
    name: "0.0.0.0/0 everywhere",
    apply: (estate) => mapAll(estate, (value) => (isPrefix(value) ? "0.0.0.0/0" : value)),
  },
  {
    name: "one prefix everywhere",
    apply: (estate, draw) => onePrefix(estate, draw.pick(prefixesOf(estate))),
  },
  {
    name: "an address is another's",
    apply: everywhere(isAddress, (estate) => [...addressesOf(estate), ...hostileAddresses]),
  },
  {
    name: "a number out of range",
    apply: everywhere(
      (value) => typeof value === "number",
      () => hostileNumbers,
    ),
  },
  { name: "one ASN everywhere", apply: oneAsn },
  {
    name: "a flag the other way",
    apply: everywhere(
      (value) => typeof value === "boolean",
      () => [true, false, "true", null],
    ),
  },
  {
    name: "all flags on",
    apply: (estate) => mapAll(estate, (value) => (typeof value === "boolean" ? true : value)),
  },
  { name: "a resource twice under two names", apply: doubled },
  { name: "a long name", apply: onOneResource((resource) => ({ ...resource, name: "x".repeat(20_000) })) },
  {
    name: "a list twice as long",
    apply: onOneResource((resource, draw) =>
      edited(resource, draw, (value) => (isList(value) ? [...value, ...value] : value)),
    ),
  },
  { name: "an empty list", apply: everywhere(isList, () => [[]]) },
  { name: "an empty object", apply: everywhere(isObject, () => [{}]) },
];

function isId(value: Value): value is string {
  return typeof value === "string" && value.startsWith("/subscriptions/");
}

function isPrefix(value: Value): value is string {
  return typeof value === "string" && PREFIX.test(value);
}

function isAddress(value: Value): value is string {
  return typeof value === "string" && ADDRESS.test(value);
}

function withoutOne(estate: Estate, draw: Draw): Estate {
  const gone = draw.pick([...estate.resources.keys()]);
  return { ...estate, resources: new Map([...estate.resources].filter(([key]) => key !== gone)) };
}

function withoutNetwork(estate: Estate, draw: Draw): Estate {
  const networks = [...estate.resources].filter(([, { type }]) => /\/virtualnetworks$/i.test(type));
  const [gone] = networks.length > 0 ? draw.pick(networks) : [];
  return { ...estate, resources: new Map([...estate.resources].filter(([key]) => key !== gone)) };
}

function onOneResource(change: (resource: Resource, draw: Draw) => Resource): Mutation["apply"] {
  return (estate, draw) => {
    if (estate.resources.size === 0) return estate;
    const [key, resource] = draw.pick([...estate.resources]);
    return { ...estate, resources: new Map(estate.resources).set(key, change(resource, draw)) };
  };
}

/** Some values of a kind in the whole estate become others; about one in four of them. */
function everywhere(
  fits: (value: Value) => boolean,
  others: (estate: Estate) => readonly Value[],
): Mutation["apply"] {
  return (estate, draw) => {
    const choices = others(estate);
    return mapAll(estate, (value) => (fits(value) && draw.below(4) === 0 ? draw.pick(choices) : value));
  };
}

/** One value, at any depth of the properties, becomes another; or goes where the other is `undefined`. */
function edited(resource: Resource, draw: Draw, other: (value: Value) => Value | undefined): Resource {
  return { ...resource, properties: editedObject(resource.properties, draw, other) };
}

function editedObject(
  object: ValueObject,
  draw: Draw,
  other: (value: Value) => Value | undefined,
): ValueObject {
  const keys = Object.keys(object);
  if (keys.length === 0) return object;
  const key = draw.pick(keys);
  const changed = editedValue(object[key] ?? null, draw, other);
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      if (name !== key) return [[name, value]];
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

function editedValue(
  value: Value,
  draw: Draw,
  other: (value: Value) => Value | undefined,
): Value | undefined {
  if (draw.below(3) > 0) {
    if (isObject(value)) return editedObject(value, draw, other);
    if (isList(value) && value.length > 0) {
      const index = draw.below(value.length);
      return value.flatMap((item, at) => (at === index ? (editedValue(item, draw, other) ?? []) : [item]));
    }
  }
  return other(value);
}

function mapped(resource: Resource, change: (value: Value) => Value): Resource {
  return {
    ...resource,
    properties: Object.fromEntries(
      Object.entries(resource.properties).map(([key, value]) => [key, change(value)]),
    ),
  };
}

function mapAll(estate: Estate, change: (value: Value) => Value): Estate {
  const resources = [...estate.resources].map(([key, resource]): [string, Resource] => [
    key,
    mapped(resource, (value) => deep(value, change)),
  ]);
  const text = (value: string) => {
    const changed = change(value);
    return typeof changed === "string" ? changed : value;
  };
  return {
    ...estate,
    resources: new Map(resources),
    sites: estate.sites.map((site) => ({ ...site, addressPrefixes: site.addressPrefixes.map(text) })),
    p2sUsers: estate.p2sUsers.map((users) => ({
      ...users,
      vpnClientAddressPool: users.vpnClientAddressPool.map(text),
    })),
    observed: estate.observed.map((one) => ({
      ...one,
      resource: text(one.resource),
      value: deep(one.value, change),
    })),
  };
}

function deep(value: Value, change: (value: Value) => Value): Value {
  const inner = isList(value)
    ? value.map((item) => deep(item, change))
    : isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, change)]))
      : value;
  return change(inner);
}

/** ARM takes its ids without regard to case. */
function oddCase(estate: Estate, draw: Draw): Estate {
  const odd = (text: string) =>
    text.replaceAll(/[a-z]/gi, (letter) =>
      draw.below(2) === 0 ? letter.toUpperCase() : letter.toLowerCase(),
    );
  const changed = mapAll(estate, (value) => (isId(value) ? odd(value) : value));
  return {
    ...changed,
    resources: new Map(
      [...changed.resources].map(([key, resource]) => [
        key,
        { ...resource, id: odd(resource.id), type: odd(resource.type) },
      ]),
    ),
  };
}

function prefixesOf(estate: Estate): readonly string[] {
  const found = textsIn(estate).filter(isPrefix);
  return found.length > 0 ? found : ["10.0.0.0/8"];
}

function addressesOf(estate: Estate): readonly string[] {
  return textsIn(estate).filter(isAddress);
}

function textsIn(estate: Estate): readonly string[] {
  const texts: string[] = [];
  mapAll(estate, (value) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

function onePrefix(estate: Estate, prefix: string): Estate {
  return mapAll(estate, (value) => (isPrefix(value) ? prefix : value));
}

function oneAsn(estate: Estate, draw: Draw): Estate {
  const asn = draw.pick([65_515, 65_001, 12_076, 0]);
  const changed = [...estate.resources].map(([key, resource]): [string, Resource] => [
    key,
    mapped(resource, (value) =>
      deep(value, (inner) =>
        isObject(inner)
          ? Object.fromEntries(
              Object.entries(inner).map(([name, item]) => [name, /asn$/i.test(name) ? asn : item]),
            )
          : inner,
      ),
    ),
  ]);
  return {
    ...estate,
    resources: new Map(changed),
    sites: estate.sites.map((site) => ({
      ...site,
      vpnDevices: site.vpnDevices.map((device) => ({ ...device, asn })),
    })),
    providerRouters: estate.providerRouters.map((router) => ({ ...router, asn })),
  };
}

/** Two gateways of one network, two circuits of one prefix, two halves of one peering. */
function doubled(estate: Estate, draw: Draw): Estate {
  if (estate.resources.size === 0) return estate;
  const [key, resource] = draw.pick([...estate.resources]);
  const resources = new Map(estate.resources);
  for (const [other, one] of estate.resources) {
    if (other !== key && !other.startsWith(`${key}/`)) continue;
    const id = `${resource.id}-twin${one.id.slice(resource.id.length)}`;
    resources.set(keyOf(id), { ...one, id, name: other === key ? `${one.name}-twin` : one.name });
  }
  return { ...estate, resources };
}
