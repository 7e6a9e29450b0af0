import { resourcesPerTemplate } from "../../azure/template-limits.ts";
import type { Estate } from "../../model/estate.ts";
import { dependenciesOf } from "./dependencies.ts";
import { deploymentNames } from "./deployment-names.ts";
import type { DeploymentPlan, NestedDeployment } from "./deployment-plan.ts";
import { homeOf } from "./home.ts";
import { findOwners } from "./owners.ts";
import { scopeKey } from "./scope.ts";
import { splitResources } from "./split-resources.ts";
import { type Turn, turnsOf } from "./stages.ts";
import { type WrittenResource, writtenResources } from "./written-resource.ts";

/** Which template writes what, so that no template exceeds Azure's limit and nothing is written before what it needs. */
export function planDeployment(estate: Estate): DeploymentPlan {
  const resources = writtenResources(estate);
  const dependencies = dependenciesOf(resources);
  const turns = turnsOf(dependencies);
  const home = homeOf(resources);

  const elsewhere = resources.filter(({ scope }) => scopeKey(scope) !== scopeKey(home));
  const atHome = resources.filter(({ scope }) => scopeKey(scope) === scopeKey(home));
  const nestedElsewhere = nest(elsewhere, turns);
  const fits = atHome.length + nestedElsewhere.length <= resourcesPerTemplate.value;
  const nested = fits ? nestedElsewhere : nest(resources, turns);

  const places = new Map(
    nested.flatMap((deployment) => deployment.resources.map((resource) => [resource, deployment])),
  );
  return {
    home,
    resources: fits ? atHome : [],
    nested,
    dependencies,
    ownerOf: findOwners(resources),
    placeOf: (resource) => places.get(resource),
  };
}

/** By stage and resource group, each split where it is too large for one template. */
function nest(
  resources: readonly WrittenResource[],
  turns: ReadonlyMap<WrittenResource, Turn>,
): readonly NestedDeployment[] {
  const turnOf = (resource: WrittenResource) => turns.get(resource) ?? { stage: 0, depth: 0 };
  const groups = new Map<string, WrittenResource[]>();
  for (const resource of [...resources].sort((a, b) => turnOf(a).stage - turnOf(b).stage)) {
    const key = `${turnOf(resource).stage} ${scopeKey(resource.scope)}`;
    const group = groups.get(key);
    if (group) group.push(resource);
    else groups.set(key, [resource]);
  }
  const parts = [...groups.values()].flatMap((group) =>
    splitResources(group, (resource) => turnOf(resource).depth),
  );
  return deploymentNames(parts);
}
