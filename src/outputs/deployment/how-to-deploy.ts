import type { DeploymentPlan } from "./deployment-plan.ts";
import { hasKnownResourceGroup, hasKnownSubscription, type Scope, scopeKey } from "./scope.ts";

/** The command, as Azure CLI takes it. */
export function deployCommand({ home }: DeploymentPlan, file: string): string {
  const subscription = hasKnownSubscription(home) ? ` --subscription ${shellWord(home.subscription)}` : "";
  const group = hasKnownResourceGroup(home) ? shellWord(home.resourceGroup) : "<any resource group>";
  return `az deployment group create${subscription} --resource-group ${group} --template-file ${file}`;
}

/** Templates that are deployed to a resource group create none. */
export function requiredGroups({ home, nested }: DeploymentPlan): string {
  const scopes = new Map(
    [home, ...nested.map(({ scope }) => scope)].map((scope) => [scopeKey(scope), scope]),
  );
  const named = [...scopes.values()]
    .filter((scope) => scope !== home || hasKnownResourceGroup(home))
    .map(describe);
  return named.length === 0
    ? "The resource group must exist."
    : `Resource groups are not created; these must exist: ${named.join(", ")}.`;
}

function describe(scope: Scope): string {
  const group = hasKnownResourceGroup(scope)
    ? scope.resourceGroup
    : "one of the same name as the deployment's";
  return hasKnownSubscription(scope) ? `${group} (subscription ${scope.subscription})` : group;
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
