import { publicCloud } from "../../../azure/template-functions.ts";
import { didYouMean } from "../../../diagnostics/did-you-mean.ts";
import type { Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { openObject } from "../expression/open-objects.ts";
import { originOfPlace } from "../expression/place.ts";
import { Refusal } from "../expression/refusal.ts";
import { type Lookup, type Scope, unknownHere } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { scopeOf } from "./scope-ids.ts";

/**
 * What is around a resource: parameters and variables, the deployment, its resource group and subscription.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope
 */
export const scopeFunctions: readonly TemplateFunction[] = [
  plain("parameters", 1, 1, (given, { parameters }) => named(given, "parameter", parameters)),
  plain("variables", 1, 1, (given, { variables }) => named(given, "variable", variables)),
  plain("deployment", 0, 0, (_given, scope) => scope.deployment.describe(scope)),
  plain("deployer", 0, 0, (_given, scope) => unknownHere(scope, "only Azure knows who deploys")),
  plain("environment", 0, 0, () => publicCloud.value),
  plain("resourceGroup", 0, 0, (_given, scope) => scope.deployment.resourceGroup(scope)),
  plain("subscription", 0, 1, subscription),
  plain("tenant", 0, 0, tenant),
  plain("managementGroup", 0, 1, managementGroup),
  plain("externalInput", 1, 2, (_given, scope) =>
    unknownHere(scope, "it comes from outside of the template"),
  ),
];

function named(given: Arguments, noun: string, lookup: Lookup): Value {
  const name = given.text(0);
  const value = lookup.find(name);
  if (value !== undefined) return value;
  const meant = didYouMean(name, lookup.names());
  throw new Refusal(`There is no ${noun} ${name} here${meant ? `; ${meant} is close` : ""}.`);
}

function subscription(_given: Arguments, scope: Scope): Value {
  const { target } = scope.deployment;
  scope.run.standIn("subscription", originOfPlace(scope.place));
  return openObject(
    { id: `/subscriptions/${target.subscription}`, subscriptionId: target.subscription },
    unknownHere(scope, "only Azure knows it of the subscription"),
  );
}

function tenant(_given: Arguments, scope: Scope): Value {
  return openObject({}, unknownHere(scope, "only Azure knows it of the tenant"));
}

function managementGroup(given: Arguments, scope: Scope): Value {
  const { target } = scope.deployment;
  const name = given.optionalText(0) ?? target.managementGroup;
  return openObject(
    {
      id: scopeOf({ ...target, kind: "managementGroup", managementGroup: name }),
      name,
      type: "Microsoft.Management/managementGroups",
    },
    unknownHere(scope, "only Azure knows it of the management group"),
  );
}
