import { deploymentParameters, neededDeploymentParameters } from "../deployment/deployment-parameters.ts";
import type { NestedDeployment } from "../deployment/deployment-plan.ts";
import { hasKnownResourceGroup } from "../deployment/scope.ts";
import type { Templates } from "../deployment/templates.ts";
import { usedParameters } from "../deployment/used-parameters.ts";
import { comment, fileText } from "./layout.ts";
import { parameterDeclaration, textParameterDeclaration } from "./parameter-declaration.ts";
import { resourceDeclarations } from "./resource-declarations.ts";

export function moduleText(deployment: NestedDeployment, templates: Templates, mainFile: string): string {
  const { scope, resources } = deployment;
  const needed = neededDeploymentParameters(deployment);
  const target = hasKnownResourceGroup(scope) ? scope.resourceGroup : "a resource group";
  return fileText([
    comment([`${templates.name}: written by Isthmus. ${mainFile} deploys this file to ${target}.`]),
    ...(needed.subscription ? [textParameterDeclaration(deploymentParameters.subscription)] : []),
    ...(needed.resourceGroup ? [textParameterDeclaration(deploymentParameters.resourceGroup)] : []),
    ...usedParameters(resources, templates).map(parameterDeclaration),
    ...resourceDeclarations(resources, { scope, deployment }, templates),
  ]);
}
