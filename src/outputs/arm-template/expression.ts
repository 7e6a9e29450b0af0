import { spellingOf } from "../../azure/resource-types.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { deploymentParameters } from "../deployment/deployment-parameters.ts";
import type { Scope } from "../deployment/scope.ts";
import { type ScopeTerm, type ScopeTerms, scopeTerms } from "../deployment/scope-terms.ts";

/** The template in which an expression stands. */
export interface Place {
  readonly scope: Scope;
  readonly isNested: boolean;
}

/** `[resourceId('rg', 'Microsoft.Network/virtualNetworks', 'hub')]`, as short as the place allows. */
export function resourceIdExpression(id: string, place: Place): string {
  const parts = parseResourceId(id);
  return parts ? idExpression(parts, spellingOf(resourceTypeOf(parts)), parts.names, place) : literalText(id);
}

export function idExpression(scope: Scope, type: string, names: readonly string[], place: Place): string {
  const { subscription, resourceGroup } = scopeExpressions(scopeTerms(place.scope, scope), place);
  const words = [subscription, resourceGroup, quoted(type), ...names.map(quoted)].filter(
    (word) => word !== undefined,
  );
  return `[resourceId(${words.join(", ")})]`;
}

/** Parts of an expression, without its brackets. */
function scopeExpressions(terms: ScopeTerms, { isNested }: Place) {
  return {
    subscription: termExpression(
      terms.subscription,
      isNested ? parameter("subscription") : "subscription().subscriptionId",
    ),
    resourceGroup: termExpression(
      terms.resourceGroup,
      isNested ? parameter("resourceGroup") : "resourceGroup().name",
    ),
  };
}

/**
 * A text that is never taken for an expression. ARM takes one for it that begins with `[` and ends with `]`, and only
 * there takes the doubled bracket away again.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
export function literalText(text: string): string {
  return text.startsWith("[") && text.endsWith("]") ? `[${text}` : text;
}

export function parameterExpression(name: string): string {
  return `[parameters(${quoted(name)})]`;
}

function parameter(part: keyof typeof deploymentParameters): string {
  return `parameters(${quoted(deploymentParameters[part])})`;
}

function termExpression(term: ScopeTerm | undefined, atDeployment: string): string | undefined {
  return term?.type === "name" ? quoted(term.name) : term && atDeployment;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
