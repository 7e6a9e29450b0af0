import { keyOf } from "../../../model/resource-id.ts";
import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { isList, isObject } from "../../../source/index.ts";
import { allowsCopies } from "../expression/copy.ts";
import { copyCountOf, evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace, placeWithin } from "../expression/place.ts";
import type { Scope } from "../expression/scope.ts";
import { standInOf } from "../expression/stand-in-names.ts";
import { readBody } from "./body.ts";
import type { Deployment, Instance } from "./deployment.ts";
import { idOfResource } from "./ids.ts";
import { lazily } from "./lazily.ts";
import { leaveOut } from "./left-out.ts";
import { openNested } from "./nested.ts";
import { objectsIn, objectUnder, type Placed, textUnder, under } from "./own-key.ts";

/** Far more than any template deploys; a linked template that links to itself would have no end. */
const MOST_INSTANCES = 10_000;

/** The resource that a nested one stands in. */
interface Parent {
  readonly type: string;
  readonly name: string;
  readonly id: string;
}

/** Every resource of a template, copies made, those left out whose condition is false. */
export function readInstances(deployment: Deployment): readonly Instance[] {
  return entriesOf(deployment.template).flatMap(([entry, symbol]) =>
    instancesOf(entry, symbol, deployment, deployment.scope, undefined),
  );
}

/** Resources are a list, or have names of their own (`languageVersion` 2.0). */
function entriesOf(
  holder: Placed<JsonObject>,
): readonly (readonly [Placed<JsonObject>, string | undefined])[] {
  const resources = under(holder, "resources");
  if (!resources) return [];
  if (isList(resources.value)) {
    return resources.value.flatMap((value, index) =>
      isObject(value) ? [[{ value, place: placeWithin(resources.place, index) }, undefined] as const] : [],
    );
  }
  return objectsIn(objectUnder(holder, "resources")).map(([symbol, entry]) => [entry, symbol] as const);
}

function instancesOf(
  entry: Placed<JsonObject>,
  symbol: string | undefined,
  deployment: Deployment,
  scope: Scope,
  parent: Parent | undefined,
): readonly Instance[] {
  const copy = objectUnder(entry, "copy");
  const count = copy && under(copy, "count");
  if (!copy || !count) return oneInstance(entry, symbol, deployment, scope, parent, undefined);

  const times = copyCountOf(count.value, scope, count.place);
  if (isUnknown(times)) {
    leaveOut(entry, deployment, "how often it is copied", times);
    return [];
  }
  // A deployment holds a whole template, of which nothing is evaluated but what it deploys: those are counted.
  const repeated = isDeployment(textUnder(entry, "type") ?? "") ? null : entry.value;
  if (!allowsCopies(times, repeated, scope, copy.place)) return [];
  const name = (textUnder(copy, "name") ?? "").toLowerCase();
  return Array.from({ length: times }, (_, index) => {
    const byName = new Map([...scope.loops.byName, [name, index]]);
    const within = { ...scope, loops: { byName, own: index, innermost: index } };
    return oneInstance(entry, symbol, deployment, within, parent, index);
  }).flat();
}

function oneInstance(
  entry: Placed<JsonObject>,
  symbol: string | undefined,
  deployment: Deployment,
  scope: Scope,
  parent: Parent | undefined,
  copyIndex: number | undefined,
): readonly Instance[] {
  const { world } = deployment;
  world.size++;
  if (world.size > MOST_INSTANCES) {
    if (world.size === MOST_INSTANCES + 1) reportTooMany(entry, deployment);
    return [];
  }
  const named = nameAndType(entry, scope, parent);
  if (isUnknown(named)) {
    leaveOut(entry, deployment, "its name", named);
    return [];
  }
  if (!isComplete(named)) {
    reportSegments(entry, named, deployment);
    return [];
  }
  const id = idOfResource(entry, named, deployment, scope, parent);
  if (isUnknown(id)) {
    leaveOut(entry, deployment, "where it goes", id);
    return [];
  }
  const own: Parent = { type: named.type, name: named.name, id };
  const children = entriesOf(entry).flatMap(([child, childSymbol]) =>
    instancesOf(child, childSymbol, deployment, scope, own),
  );
  const condition = conditionOf(entry, scope);
  if (condition !== true) {
    if (isUnknown(condition)) leaveOut(entry, deployment, "whether it is deployed", condition);
    world.left.set(keyOf(id), isUnknown(condition) ? condition.because : `${named.name} is not deployed`);
    return children;
  }

  const instance: Instance = {
    entry,
    deployment,
    scope,
    ...own,
    ...(symbol === undefined ? {} : { symbol }),
    ...(copyIndex === undefined ? {} : { copyIndex }),
    isExisting: under(entry, "existing")?.value === true,
    ...(named.standsFor ? { standsFor: named.standsFor } : {}),
    body: lazily(
      () => readBody(instance),
      () => cyclicBody(instance),
    ),
    ...(isDeployment(named.type) ? { nested: lazily(() => openNested(instance), nobody) } : {}),
  };
  register(instance);
  return [instance, ...children];
}

function nobody(): undefined {
  return undefined;
}

function isDeployment(type: string): boolean {
  return type.toLowerCase() === "microsoft.resources/deployments";
}

/** The last one of an id counts, as it is deployed last; what exists anyway does not hide what is deployed. */
function register(instance: Instance): void {
  const { byId } = instance.deployment.world;
  const key = keyOf(instance.id);
  const before = byId.get(key);
  if (!before || before.isExisting || !instance.isExisting) byId.set(key, instance);
}

function nameAndType(entry: Placed<JsonObject>, scope: Scope, parent: Parent | undefined): Named | Unknown {
  const written = textOrUnknown(entry, "name", scope);
  const type = textOrUnknown(entry, "type", scope);
  if (isUnknown(type)) return type;
  if (!isUnknown(written)) return wholeName(written, type, parent);
  const standIn = standInOf(written);
  // What a deployment is called decides nothing about what it deploys.
  if (isDeployment(type))
    return { type, name: standIn?.replaceAll("/", "|") ?? `deployment-${pathOf(entry)}` };
  if (standIn === undefined) return written;
  const whole = wholeName(standIn, type, parent);
  return isComplete(whole) ? { ...whole, standsFor: written } : written;
}

/** A name for each part of the type. How many a stand-in is cannot be seen. */
function isComplete({ type, name }: Named): boolean {
  return name.split("/").length === type.split("/").length - 1;
}

function wholeName(name: string, type: string, parent: Parent | undefined): Named {
  const own = type.replace(/\/+$/, "");
  if (!parent || own.split("/")[0]?.includes(".")) {
    const needed = own.split("/").length - 1;
    const isShort = parent !== undefined && isBelow(own, parent.type) && name.split("/").length < needed;
    return { type: own, name: isShort ? `${parent.name}/${name}` : name };
  }
  return { type: `${parent.type}/${own}`, name: `${parent.name}/${name}` };
}

interface Named extends Pick<Parent, "name" | "type"> {
  readonly standsFor?: Unknown;
}

function pathOf({ place }: Placed<JsonObject>): string {
  return originOfPlace(place).path.join("-");
}

function isBelow(type: string, parent: string): boolean {
  return type.toLowerCase().startsWith(`${parent.toLowerCase()}/`);
}

/** The value of a key that must be a text. */
function textOrUnknown(entry: Placed<JsonObject>, key: string, scope: Scope): string | Unknown {
  const written = under(entry, key);
  const value: Value = written ? evaluateValue(written.value, scope, written.place) : null;
  if (typeof value === "string" && value !== "") return value;
  if (isUnknown(value)) return value;
  const origin = originOfPlace(written?.place ?? entry.place);
  scope.run.report({
    rule: "arm-template/invalid-resource",
    severity: "error",
    message: written
      ? `The ${key} of this resource is ${value === "" ? "empty" : "no text"}.`
      : `This resource has no ${key}.`,
    origin,
    hint: `Give it a ${key}.`,
  });
  return { kind: "unknown", because: `it has no ${key}`, origin };
}

function conditionOf(entry: Placed<JsonObject>, scope: Scope): boolean | Unknown {
  const written = under(entry, "condition");
  if (!written) return true;
  const value = evaluateValue(written.value, scope, written.place);
  if (isUnknown(value) || typeof value === "boolean") return value;
  if (typeof value === "string" && /^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  const origin = originOfPlace(written.place);
  scope.run.report({
    rule: "arm-template/invalid-resource",
    severity: "error",
    message: "The condition of this resource is neither true nor false.",
    origin,
    hint: "Let it be true or false.",
  });
  return { kind: "unknown", because: "its condition is neither true nor false", origin };
}

function cyclicBody({ entry, name, scope }: Instance) {
  const origin = originOfPlace(entry.place);
  scope.run.report({
    rule: "arm-template/invalid-expression",
    severity: "error",
    message: `The properties of ${name} refer to themselves by reference().`,
    origin,
    hint: "Take the value from where it is written.",
  });
  const unknown: Unknown = { kind: "unknown", because: `${name} refers to itself`, origin };
  return { properties: unknown, location: unknown, apiVersion: unknown, envelope: {}, parts: [] };
}

function reportSegments(entry: Placed<JsonObject>, { type, name }: Named, { world }: Deployment): void {
  const needed = type.split("/").length - 1;
  const has = name.split("/").length;
  world.run.report({
    rule: "arm-template/invalid-resource",
    severity: "error",
    message:
      needed === 0
        ? `${type} is no type of a resource.`
        : `The name ${name} has ${has} ${has === 1 ? "part" : "parts"}, and ${type} takes ${needed}.`,
    origin: originOfPlace((under(entry, "name") ?? entry).place),
    hint: "Give the names of its parents and its own, with a slash between them, or write it inside of its parent.",
  });
}

function reportTooMany(entry: Placed<JsonObject>, { world }: Deployment): void {
  world.run.report({
    rule: "arm-template/exceeds-evaluation-limit",
    severity: "error",
    message: `The template deploys more than ${MOST_INSTANCES.toLocaleString("en")} resources.`,
    origin: originOfPlace(entry.place),
    hint: "Look for a linked template that links to itself, or split it.",
  });
}
