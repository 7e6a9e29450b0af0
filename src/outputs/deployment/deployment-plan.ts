import type { Dependencies } from "./dependencies.ts";
import type { FindOwner } from "./owners.ts";
import type { Scope } from "./scope.ts";
import type { WrittenResource } from "./written-resource.ts";

/** What the main template deploys itself, and the deployments that it starts. */
export interface DeploymentPlan {
  readonly home: Scope;
  readonly resources: readonly WrittenResource[];
  /** Each waits at most for those before it. */
  readonly nested: readonly NestedDeployment[];
  readonly dependencies: Dependencies;
  readonly ownerOf: FindOwner;
  /** The deployment that writes the resource; `undefined` for the main template. */
  placeOf(resource: WrittenResource): NestedDeployment | undefined;
}

export interface NestedDeployment {
  /** Letters, digits and hyphens; also fit for a file. */
  readonly name: string;
  readonly scope: Scope;
  readonly resources: readonly WrittenResource[];
}

/** What one entry of a template waits for, and where that stands. */
export interface Waits {
  readonly resources: readonly WrittenResource[];
  readonly deployments: readonly NestedDeployment[];
}

/** Resources of its own template, and nested deployments where it stands in the main template itself. */
export function waitsOfResource(resource: WrittenResource, plan: DeploymentPlan): Waits {
  const place = plan.placeOf(resource);
  const waits = waitsFrom([resource], place, plan);
  // What a nested template needs from outside, its deployment as a whole waits for.
  const here = waits.resources.filter((dependency) => plan.placeOf(dependency) === place);
  return place ? { resources: here, deployments: [] } : { ...waits, resources: here };
}

/** Resources and other deployments of the main template. */
export function waitsOfDeployment(deployment: NestedDeployment, plan: DeploymentPlan): Waits {
  const { resources, deployments } = waitsFrom(deployment.resources, deployment, plan);
  return { resources: resources.filter((dependency) => plan.placeOf(dependency) === undefined), deployments };
}

function waitsFrom(
  resources: readonly WrittenResource[],
  here: NestedDeployment | undefined,
  plan: DeploymentPlan,
): Waits {
  const before = [...new Set(resources.flatMap((resource) => plan.dependencies.get(resource) ?? []))];
  const places = before.map((resource) => plan.placeOf(resource)).filter((place) => place !== undefined);
  return { resources: before, deployments: [...new Set(places)].filter((place) => place !== here) };
}
