import { deploymentApiVersion, deploymentType } from "../../azure/deployments.ts";
import type { Json } from "../../source/document.ts";
import { deploymentName } from "../deployment/deployment-name.ts";
import { deploymentParameters, neededDeploymentParameters } from "../deployment/deployment-parameters.ts";
import { type NestedDeployment, waitsOfDeployment } from "../deployment/deployment-plan.ts";
import { type ScopeTerm, scopeTerms } from "../deployment/scope-terms.ts";
import type { Templates } from "../deployment/templates.ts";
import { usedParameters } from "../deployment/used-parameters.ts";
import { literalText, type Place, parameterExpression } from "./expression.ts";
import { parameterEntries, textParameter } from "./parameter-entries.ts";
import { dependsOnEntries, resourceEntry } from "./resource-entry.ts";
import { template } from "./template.ts";

const SUBSCRIPTION = "[subscription().subscriptionId]";
const RESOURCE_GROUP = "[resourceGroup().name]";

/** The entry of the main template that deploys to another group, or a part of what is too large for one template. */
export function nestedDeployment(deployment: NestedDeployment, home: Place, templates: Templates): Json {
  const inside: Place = { scope: deployment.scope, isNested: true };
  const { subscription, resourceGroup } = scopeTerms(home.scope, deployment.scope);
  const { values, entries } = parametersOf(deployment, templates);
  return {
    type: deploymentType.value,
    apiVersion: deploymentApiVersion.value,
    name: deploymentName(deployment, templates.name),
    ...(subscription ? { subscriptionId: termValue(subscription, SUBSCRIPTION) } : {}),
    ...(resourceGroup ? { resourceGroup: termValue(resourceGroup, RESOURCE_GROUP) } : {}),
    ...dependsOnEntries(waitsOfDeployment(deployment, templates.plan), home, templates),
    properties: {
      expressionEvaluationOptions: { scope: "inner" },
      mode: "Incremental",
      ...(Object.keys(values).length === 0 ? {} : { parameters: values }),
      template: template(
        {},
        entries,
        deployment.resources.map((written) => resourceEntry(written, inside, templates)),
      ),
    },
  };
}

/** An inner template sees nothing of the outer one but what it is given. */
function parametersOf(deployment: NestedDeployment, templates: Templates) {
  const used = usedParameters(deployment.resources, templates);
  const needed = neededDeploymentParameters(deployment);
  const given = new Map([
    ...(needed.subscription ? [[deploymentParameters.subscription, SUBSCRIPTION] as const] : []),
    ...(needed.resourceGroup ? [[deploymentParameters.resourceGroup, RESOURCE_GROUP] as const] : []),
  ]);
  const values = [...given, ...used.map(({ name }) => [name, parameterExpression(name)] as const)];
  return {
    values: Object.fromEntries(values.map(([name, value]) => [name, { value }])),
    entries: {
      ...Object.fromEntries([...given.keys()].map((name) => [name, textParameter])),
      ...parameterEntries(used),
    },
  };
}

function termValue(term: ScopeTerm, atDeployment: string): string {
  return term.type === "name" ? literalText(term.name) : atDeployment;
}
