import { keyOf } from "../../model/resource-id.ts";
import { hasKnownResourceGroup, hasKnownSubscription, type Scope } from "./scope.ts";

/** A name, or what is known only at deployment. */
export type ScopeTerm = { readonly type: "name"; readonly name: string } | { readonly type: "deployment" };

/** What must be said to name a scope from within another; nothing where they are the same. */
export interface ScopeTerms {
  readonly subscription?: ScopeTerm;
  readonly resourceGroup?: ScopeTerm;
}

export function scopeTerms(from: Scope, to: Scope): ScopeTerms {
  const sameSubscription = keyOf(from.subscription) === keyOf(to.subscription);
  if (sameSubscription && keyOf(from.resourceGroup) === keyOf(to.resourceGroup)) return {};

  const resourceGroup = termOf(to.resourceGroup, hasKnownResourceGroup(to));
  if (sameSubscription) return { resourceGroup };
  return { subscription: termOf(to.subscription, hasKnownSubscription(to)), resourceGroup };
}

function termOf(name: string, isKnown: boolean): ScopeTerm {
  return isKnown ? { type: "name", name } : { type: "deployment" };
}
