import { deploymentType } from "../../azure/deployments.ts";
import type { Json } from "../../source/document.ts";
import { deploymentName } from "../deployment/deployment-name.ts";
import { type NestedDeployment, type Waits, waitsOfResource } from "../deployment/deployment-plan.ts";
import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { idExpression, literalText, type Place, resourceIdExpression } from "./expression.ts";
import { jsonMembers } from "./json-value.ts";

/** One entry of `resources`. */
export function resourceEntry(written: WrittenResource, place: Place, templates: Templates): Json {
  const content = templates.content.get(written);
  if (!content) return {};

  const dependsOn = dependsOnEntries(waitsOfResource(written, templates.plan), place, templates);
  return {
    ...(content.condition === undefined ? {} : { condition: `[parameters('${content.condition}')]` }),
    type: content.type,
    apiVersion: written.apiVersion,
    name: literalText(written.parts.names.join("/")),
    ...jsonMembers(content.members, place),
    ...dependsOn,
    properties: jsonMembers(content.properties.members, place),
  };
}

export function dependsOnEntries(
  waits: Waits,
  place: Place,
  templates: Templates,
): { readonly dependsOn?: Json } {
  const entries = [
    ...waits.resources.map(({ resource }) => resourceIdExpression(resource.id, place)),
    ...waits.deployments.map((deployment) => deploymentId(deployment, place, templates)),
  ];
  return entries.length === 0 ? {} : { dependsOn: entries };
}

function deploymentId(deployment: NestedDeployment, place: Place, templates: Templates): string {
  return idExpression(
    deployment.scope,
    deploymentType.value,
    [deploymentName(deployment, templates.name)],
    place,
  );
}
