import { deploymentName } from "../deployment/deployment-name.ts";
import { deploymentParameters, neededDeploymentParameters } from "../deployment/deployment-parameters.ts";
import { type NestedDeployment, waitsOfDeployment } from "../deployment/deployment-plan.ts";
import type { Templates } from "../deployment/templates.ts";
import { usedParameters } from "../deployment/used-parameters.ts";
import { type Place, scopeExpression } from "./expression.ts";
import { arrayText, type Line, objectText } from "./layout.ts";
import { moduleFile } from "./module-file.ts";
import { quoted } from "./text.ts";

/** The entry of the main file that deploys one of the others. */
export function moduleDeclaration(deployment: NestedDeployment, place: Place, templates: Templates): string {
  const scope = scopeExpression(deployment.scope, place);
  const params = paramLines(deployment, templates);
  const waits = waitsOfDeployment(deployment, templates.plan);
  const dependsOn = [
    ...waits.resources.map(({ key }) => templates.symbols.get(key)),
    ...waits.deployments.map((other) => templates.deploymentSymbols.get(other)),
  ].filter((symbol) => symbol !== undefined);

  const body = objectText([
    ["name", quoted(deploymentName(deployment, templates.name))],
    ...(scope === undefined ? [] : [["scope", scope] as const]),
    ...(params.length === 0 ? [] : [["params", objectText(params)] as const]),
    ...(dependsOn.length === 0 ? [] : [["dependsOn", arrayText(dependsOn)] as const]),
  ]);
  return `module ${templates.deploymentSymbols.get(deployment)} ${quoted(moduleFile(deployment))} = ${body}`;
}

function paramLines(deployment: NestedDeployment, templates: Templates): readonly Line[] {
  const needed = neededDeploymentParameters(deployment);
  return [
    ...(needed.subscription
      ? [[deploymentParameters.subscription, "subscription().subscriptionId"] as const]
      : []),
    ...(needed.resourceGroup ? [[deploymentParameters.resourceGroup, "resourceGroup().name"] as const] : []),
    ...usedParameters(deployment.resources, templates).map(({ name }) => [name, name] as const),
  ];
}
