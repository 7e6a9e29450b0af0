/**
 * A reader of ARM templates that knows Azure's rules and nothing of the writer: it evaluates, follows `dependsOn`, goes
 * into nested deployments, and says what is there in the end.
 */
import type { Json, JsonObject } from "../../src/source/document.ts";
import { type ExpressionScope, evaluate, resourceId } from "./arm-expression.ts";
import { asDeployed, type Deployed, type DeploymentTarget, listOf, objectOf, textOf } from "./deployed.ts";

const DEPLOYMENT = "Microsoft.Resources/deployments";

/** `answer` gives the values of parameters from their descriptions. */
export function deployArmTemplate(
  text: string,
  target: DeploymentTarget,
  answer: (description: string) => Json,
): readonly Deployed[] {
  const template = objectOf(JSON.parse(text));
  const parameters = Object.entries(objectOf(template["parameters"] ?? {})).map(([name, parameter]) => {
    const { description } = objectOf(objectOf(parameter)["metadata"]);
    return [name, answer(textOf(evaluate(description ?? "", { target, parameters: {} })))] as const;
  });
  return deploy(template, { target, parameters: Object.fromEntries(parameters) }, new Set());
}

/** How many resources each template holds, the main one first. */
export function templateSizes(text: string): readonly number[] {
  return sizesOf(objectOf(JSON.parse(text)));
}

function sizesOf(template: JsonObject): readonly number[] {
  const entries = listOf(template["resources"]).map(objectOf);
  const nested = entries
    .filter(({ type }) => type === DEPLOYMENT)
    .map(({ properties }) => objectOf(properties)["template"]);
  return [entries.length, ...nested.flatMap((inner) => sizesOf(objectOf(inner)))];
}

function deploy(
  template: JsonObject,
  scope: ExpressionScope,
  before: ReadonlySet<string>,
): readonly Deployed[] {
  const declared = Object.keys(objectOf(template["parameters"] ?? {})).sort();
  const given = Object.keys(scope.parameters).sort();
  if (declared.join() !== given.join())
    throw new Error(`Parameters ${declared.join()}, given ${given.join()}`);

  const entries = new Map(listOf(template["resources"]).map((entry) => withId(objectOf(entry), scope)));
  if (entries.size !== listOf(template["resources"]).length) throw new Error("Two entries have one id.");

  const results = new Map<string, readonly Deployed[]>();
  const finish = (id: string, waiting: readonly string[]): readonly Deployed[] => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`dependsOn names ${id}, which is not in the template.`);
    if (waiting.includes(id)) throw new Error(`dependsOn goes in a circle: ${[...waiting, id].join(" > ")}`);
    const known = results.get(id);
    if (known) return known;

    const needed = listOf(entry["dependsOn"]).map((other) => textOf(evaluate(other, scope)).toLowerCase());
    const waitedFor = needed.flatMap((other) => finish(other, [...waiting, id]));
    const after = new Set([...before, ...waitedFor.flatMap((other) => [other.id, ...other.after])]);
    const result =
      entry["type"] === DEPLOYMENT
        ? deployNested(entry, scope, after)
        : deployResource(id, entry, scope, after);
    // Whoever waits for this one has waited for all that this one waited for.
    results.set(id, result);
    return result;
  };
  return [...entries.keys()].flatMap((id) => finish(id, []));
}

function deployNested(
  entry: JsonObject,
  scope: ExpressionScope,
  after: ReadonlySet<string>,
): readonly Deployed[] {
  const properties = objectOf(entry["properties"]);
  if (objectOf(properties["expressionEvaluationOptions"])["scope"] !== "inner")
    throw new Error("Outer scope.");
  const parameters = Object.fromEntries(
    Object.entries(objectOf(properties["parameters"] ?? {})).map(([name, value]) => [
      name,
      evaluate(objectOf(value)["value"] ?? null, scope),
    ]),
  );
  return deploy(objectOf(properties["template"]), { target: targetOf(entry, scope), parameters }, after);
}

function deployResource(id: string, entry: JsonObject, scope: ExpressionScope, after: ReadonlySet<string>) {
  const { type, apiVersion: _version, name, dependsOn: _dependsOn, properties, ...beside } = entry;
  return asDeployed({
    id,
    type: textOf(type),
    name:
      textOf(evaluate(textOf(name), scope))
        .split("/")
        .at(-1) ?? "",
    properties: objectOf(evaluate(properties ?? {}, scope)),
    beside: objectOf(evaluate(beside, scope)),
    after,
  });
}

function withId(entry: JsonObject, scope: ExpressionScope): readonly [string, JsonObject] {
  const names = textOf(evaluate(textOf(entry["name"]), scope)).split("/");
  return [resourceId([textOf(entry["type"]), ...names], targetOf(entry, scope)).toLowerCase(), entry];
}

/** Nested deployments name the group and subscription they go to; all else stands in the template's own. */
function targetOf(entry: JsonObject, scope: ExpressionScope): DeploymentTarget {
  const { subscriptionId, resourceGroup } = entry;
  return {
    subscription:
      subscriptionId === undefined ? scope.target.subscription : textOf(evaluate(subscriptionId, scope)),
    resourceGroup:
      resourceGroup === undefined ? scope.target.resourceGroup : textOf(evaluate(resourceGroup, scope)),
  };
}
