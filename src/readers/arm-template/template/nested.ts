import { isUnknown, type Value } from "../../../model/unknown.ts";
import type { Json, JsonObject } from "../../../source/document.ts";
import { isObject } from "../../../source/index.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace, placeOf, placeWithin } from "../expression/place.ts";
import type { Target } from "../expression/scope.ts";
import { scopeOf } from "../functions/scope-ids.ts";
import type { Deployment, Instance } from "./deployment.ts";
import { givenWithin } from "./given-parameters.ts";
import { targetOf } from "./ids.ts";
import { leaveOut } from "./left-out.ts";
import { linkedTemplate } from "./linked.ts";
import { objectUnder, type Placed, textUnder, under } from "./own-key.ts";

/** Azure has five levels; this holds for any file, and ends what has no end. */
const MOST_LEVELS = 20;

/** The template that a resource of the type deployments deploys; `undefined` where it is not here. */
export function openNested(instance: Instance): Deployment | undefined {
  const { entry, deployment, scope, name } = instance;
  const properties = objectUnder(entry, "properties");
  if (!properties) return undefined;
  if (deployment.depth >= MOST_LEVELS) {
    reportTooDeep(instance);
    return undefined;
  }
  const around = deployment.target;
  const named = targetOf(entry, around, scope);
  if (isUnknown(named)) {
    leaveOut(entry, deployment, "where it goes", named);
    return undefined;
  }
  const inline = inlineTemplate(instance, properties);
  const linked = inline ? undefined : linkedTemplate(instance, properties);
  const found = inline ? { template: inline, uri: deployment.uri } : linked;
  if (!found) return undefined;

  const isOuterToo = inline !== undefined && isOuter(properties, instance);
  const isEscaped = inline !== undefined && !isOuterToo && deployment.isOuter;
  const template = caused(isEscaped ? unescaped(found.template) : found.template, instance);
  return deployment.world.open({
    name,
    template,
    target: bySchema(named, around, textUnder(template, "$schema")),
    uri: found.uri,
    depth: deployment.depth + 1,
    world: deployment.world,
    given: givenWithin(instance, properties),
    ...(isOuterToo ? { outer: scope } : {}),
  });
}

/** What is found in the template is caused by the deployment around it. */
function caused(template: Placed<JsonObject>, { entry }: Instance): Placed<JsonObject> {
  const around = originOfPlace(entry.place);
  return { ...template, place: placeOf({ ...originOfPlace(template.place), through: around }) };
}

/**
 * A template of outer scope is evaluated as a whole by the one around it, and with it what stands in a template of inner
 * scope below: people write `[[…]` there, of which the first evaluation leaves `[…]`.
 */
function unescaped({ value, place }: Placed<JsonObject>): Placed<JsonObject> {
  const unescape = (json: Json): Json => {
    if (typeof json === "string") return json.startsWith("[[") && json.endsWith("]") ? json.slice(1) : json;
    if (Array.isArray(json)) return json.map(unescape);
    if (!isObject(json)) return json;
    return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, unescape(inner)]));
  };
  const made = unescape(value);
  return { value: isObject(made) ? made : value, place };
}

/** Written there, or made by an expression; what an expression makes has no lines of its own. */
function inlineTemplate({ scope }: Instance, properties: Placed<JsonObject>): Placed<JsonObject> | undefined {
  const written = under(properties, "template");
  if (!written) return undefined;
  if (isObject(written.value)) return { value: written.value, place: written.place };
  const made = plainObject(evaluateValue(written.value, scope, written.place));
  return made && { value: made, place: written.place };
}

function plainObject(value: Value): JsonObject | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const text = JSON.stringify(value, (_key, inner: Value) => (isUnknown(inner) ? null : inner));
  const copied: unknown = JSON.parse(text);
  return isRecord(copied) ? copied : undefined;
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Unless it asks for a scope of its own, a template inside another one sees the values of the outer one. */
function isOuter(properties: Placed<JsonObject>, { scope }: Instance): boolean {
  const options = objectUnder(properties, "expressionEvaluationOptions");
  const written = options && under(options, "scope");
  if (!written) return true;
  const value = evaluateValue(written.value, scope, written.place);
  return typeof value !== "string" || value.toLowerCase() !== "inner";
}

/** A template for subscriptions inside one for groups goes to the subscription, and the like. */
function bySchema(named: Target, around: Target, schema: string | undefined): Target {
  const isNamed = scopeOf(named) !== scopeOf(around);
  if (isNamed && named.kind === "resourceGroup") return named;
  if (schema && /subscriptionDeploymentTemplate/i.test(schema)) return { ...named, kind: "subscription" };
  if (schema && /managementGroupDeploymentTemplate/i.test(schema))
    return { ...named, kind: "managementGroup" };
  if (schema && /tenantDeploymentTemplate/i.test(schema)) return { ...named, kind: "tenant" };
  return named;
}

function reportTooDeep({ entry, scope }: Instance): void {
  scope.run.report({
    rule: "arm-template/exceeds-evaluation-limit",
    severity: "error",
    message: `Deployments are nested more than ${MOST_LEVELS} deep.`,
    origin: originOfPlace(placeWithin(entry.place, "type")),
    hint: "Look for a linked template that links to itself.",
  });
}
