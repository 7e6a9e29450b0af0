import { deploymentResourceGroup, deploymentSubscription } from "../../src/model/deployment-scope.ts";
import type { Estate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { isObject, isUnknown, type Value } from "../../src/model/unknown.ts";
import type { Json, JsonObject } from "../../src/source/document.ts";
import { type Deployed, type DeploymentTarget, lowerIds, objectOf } from "./deployed.ts";

type Expected = Omit<Deployed, "after">;

/** What Azure must hold after the estate was deployed: every resource that is not there already. */
export function expectedDeployment(estate: Estate, target: DeploymentTarget): ReadonlyMap<string, Expected> {
  const planned = [...estate.resources.values()].filter((resource) => !resource.existing);
  return new Map(
    planned.map((resource) => expected(resource, target)).map((resource) => [resource.id, resource]),
  );
}

function expected(resource: Resource, target: DeploymentTarget): Expected {
  const { location, envelope } = resource;
  const json = (value: Value) => lowerIds(told(value, target));
  return {
    id: atTarget(resource.id, target).toLowerCase(),
    type: resource.type,
    name: resource.name,
    properties: objectOf(json(resource.properties)),
    beside: objectOf(json({ ...(location === undefined ? {} : { location }), ...envelope })),
  };
}

/** How the tests answer for a value that is not known. */
export function answerFor(because: string): Json {
  return `answer: ${because}`;
}

function atTarget(id: string, { subscription, resourceGroup }: DeploymentTarget): string {
  return id
    .replace(`/subscriptions/${deploymentSubscription}/`, `/subscriptions/${subscription}/`)
    .replace(`/resourceGroups/${deploymentResourceGroup}/`, `/resourceGroups/${resourceGroup}/`);
}

function told(value: Value, target: DeploymentTarget): Json {
  if (isUnknown(value)) return answerFor(value.because);
  if (Array.isArray(value)) return value.map((item: Value) => told(item, target));
  if (isObject(value)) return toldObject(value, target);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function toldObject(value: { readonly [key: string]: Value }, target: DeploymentTarget): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "id" && typeof inner === "string" ? atTarget(inner, target) : told(inner, target),
    ]),
  );
}
