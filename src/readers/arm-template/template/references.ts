import { keyOf } from "../../../model/resource-id.ts";
import { isStandInName } from "../../../model/stand-in-name.ts";
import {
  isList,
  isObject,
  isUnknown,
  type Unknown,
  type Value,
  type ValueObject,
} from "../../../model/unknown.ts";
import { openDeeply, openObject } from "../expression/open-objects.ts";
import { Refusal } from "../expression/refusal.ts";
import { type Scope, unknownHere } from "../expression/scope.ts";
import { calledBy, textOrStandIn } from "../expression/stand-in-names.ts";
import type { Deployment, Instance } from "./deployment.ts";
import { findResource } from "./find-resource.ts";

/** `reference()`: what the template says of a resource; the rest of it only Azure knows. */
export function answerReference(deployment: Deployment, named: string, isFull: boolean, scope: Scope): Value {
  const found = find(deployment, named);
  if (found) return describe(found, isFull, scope);
  const left = deployment.world.left.get(keyOf(named));
  const because = left ?? `only Azure knows what becomes of ${shortName(named)}`;
  return named.startsWith("/") ? unknownOf(named, because, scope) : unknownHere(scope, because);
}

/** `references()`: the same for every resource of a copy. */
export function answerReferences(
  deployment: Deployment,
  symbol: string,
  isFull: boolean,
  scope: Scope,
): Value {
  return bySymbol(deployment, symbol).map((instance) => describe(instance, isFull, scope));
}

export function answerResourceInfo(deployment: Deployment, symbol: string, scope: Scope): Value {
  const [found] = bySymbol(deployment, symbol);
  if (!found) throw new Refusal(`The template calls no resource ${symbol}.`);
  const { name, type } = found;
  const identity = { id: idOf(found), name: asWritten(found, name), type };
  return openObject(identity, unknownHere(scope, `only Azure knows it of ${name}`));
}

/** By what the template calls it, by id, or by name. */
function find(deployment: Deployment, named: string): Instance | undefined {
  const [only] = bySymbol(deployment, named);
  if (only) return only;
  if (named.startsWith("/")) return findResource(deployment.world, named);
  const wanted = named.toLowerCase();
  return deployment.instances().find(({ name }) => name.toLowerCase() === wanted);
}

/** `subnets[2]` is the third one of a copy. */
function bySymbol(deployment: Deployment, named: string): readonly Instance[] {
  const [, symbol = named, index] = /^(.+)\[(\d+)\]$/.exec(named) ?? [];
  return deployment
    .instances()
    .filter((one) => one.symbol !== undefined && one.symbol.toLowerCase() === symbol.toLowerCase())
    .filter(({ copyIndex }) => index === undefined || copyIndex === Number(index));
}

function describe(instance: Instance, isFull: boolean, scope: Scope): Value {
  const rest = unknownOf(instance.id, `only Azure knows it of ${instance.name}`, scope);
  const nested = instance.nested?.();
  const properties = nested ? outputsOf(nested, rest) : ownProperties(instance, rest);
  if (!isFull || isUnknown(properties)) return properties;

  const { apiVersion, location, envelope } = instance.body();
  return openObject(
    {
      ...envelopeOf(envelope, rest),
      ...(location === undefined ? {} : { location }),
      apiVersion,
      id: idOf(instance),
      resourceId: idOf(instance),
      properties,
    },
    rest,
  );
}

/** Something of a resource; which property, the names after `reference()` say. */
function unknownOf(resource: string, because: string, scope: Scope): Unknown {
  return { ...unknownHere(scope, because), of: { resource, property: "" } };
}

/** Azure completes it: an identity has a principal, a SKU a tier. */
function envelopeOf(envelope: ValueObject, rest: Unknown): ValueObject {
  return Object.fromEntries(Object.entries(envelope).map(([key, value]) => [key, openDeeply(value, rest)]));
}

function outputsOf(nested: Deployment, rest: Unknown): Value {
  const outputs = [...nested.outputs()].map(([name, value]) => [name, openObject({ value }, rest)] as const);
  return openObject({ outputs: Object.fromEntries(outputs), provisioningState: "Succeeded" }, rest);
}

function ownProperties(instance: Instance, rest: Unknown): Value {
  if (instance.isExisting && Object.keys(instance.entry.value).length === 0) return rest;
  const { properties } = instance.body();
  if (!isObject(properties)) return isUnknown(properties) ? properties : rest;
  const isNetwork = instance.type.toLowerCase().startsWith("microsoft.network/");
  return openDeeply(isNetwork ? withPartIds(properties, instance) : properties, rest);
}

function idOf(instance: Instance): Value {
  return asWritten(instance, instance.id);
}

/** A stand-in is for names and ids alone: whoever compares one, or looks into it, finds that it is not known. */
function asWritten({ scope, standsFor }: Instance, text: string): Value {
  if (!isStandInName(text)) return text;
  return calledBy(standsFor ?? unknownHere(scope, "a part of its id is not known"), text);
}

/** Named parts of a network's resources are resources themselves: Azure gives them the id below their parent's. */
function withPartIds(properties: ValueObject, instance: Instance): ValueObject {
  const members = Object.entries(properties).map(([key, value]) => {
    if (!isList(value)) return [key, value] as const;
    const parts = value.map((part): Value => {
      const name = isObject(part) ? textOrStandIn(part["name"] ?? null) : undefined;
      if (!isObject(part) || name === undefined || part["id"] !== undefined) return part;
      return { ...part, id: asWritten(instance, `${instance.id}/${key}/${name}`) };
    });
    return [key, parts] as const;
  });
  return Object.fromEntries(members);
}

function shortName(named: string): string {
  const segments = named.split("/").filter((segment) => segment !== "");
  return segments.length > 2 ? segments.slice(-2).join("/") : named;
}
