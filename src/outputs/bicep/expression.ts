import { spellingOf } from "../../azure/resource-types.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { deploymentParameters } from "../deployment/deployment-parameters.ts";
import type { NestedDeployment } from "../deployment/deployment-plan.ts";
import type { Scope } from "../deployment/scope.ts";
import { type ScopeTerm, scopeTerms } from "../deployment/scope-terms.ts";
import { quoted } from "./text.ts";

/** The file in which an expression stands; `deployment` is absent for the main file. */
export interface Place {
  readonly scope: Scope;
  readonly deployment: NestedDeployment | undefined;
}

/** `resourceGroup('rg-hub')`; `undefined` where the scope is the file's own. */
export function scopeExpression(to: Scope, place: Place): string | undefined {
  const words = scopeWords(to, place);
  return words.length === 0 ? undefined : `resourceGroup(${words.join(", ")})`;
}

/** For resources that no symbol can stand for. */
export function resourceIdExpression(id: string, place: Place): string {
  const parts = parseResourceId(id);
  if (!parts) return quoted(id);

  const type = spellingOf(resourceTypeOf(parts));
  return `resourceId(${[...scopeWords(parts, place), quoted(type), ...parts.names.map(quoted)].join(", ")})`;
}

function scopeWords(to: Scope, place: Place): readonly string[] {
  const { subscription, resourceGroup } = scopeTerms(place.scope, to);
  const isNested = place.deployment !== undefined;
  return [
    word(subscription, isNested ? deploymentParameters.subscription : "subscription().subscriptionId"),
    word(resourceGroup, isNested ? deploymentParameters.resourceGroup : "resourceGroup().name"),
  ].filter((text) => text !== undefined);
}

function word(term: ScopeTerm | undefined, atDeployment: string): string | undefined {
  return term?.type === "name" ? quoted(term.name) : term && atDeployment;
}
