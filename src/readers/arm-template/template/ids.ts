import { isUnknown, type Unknown } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import type { Scope, Target } from "../expression/scope.ts";
import { textOrStandIn } from "../expression/stand-in-names.ts";
import { idWithin, scopeOf } from "../functions/scope-ids.ts";
import type { Deployment } from "./deployment.ts";
import { type Placed, under } from "./own-key.ts";

/** The id of a resource: by its own `scope`, its parent's, the group that it names, or where its deployment goes. */
export function idOfResource(
  entry: Placed<JsonObject>,
  { type, name }: { readonly type: string; readonly name: string },
  { target }: Deployment,
  scope: Scope,
  parent: { readonly type: string; readonly id: string } | undefined,
): string | Unknown {
  const names = name.split("/");
  const isExtension = parent !== undefined && !type.toLowerCase().startsWith(`${parent.type.toLowerCase()}/`);
  if (isExtension) return idWithin(parent.id, type, names);

  const written = textUnknownOrNone(entry, "scope", scope);
  const own = targetOf(entry, target, scope);
  if (isUnknown(written)) return written;
  if (isUnknown(own)) return own;
  const isDeployment = type.toLowerCase() === "microsoft.resources/deployments";
  const isGroup = type.toLowerCase() === "microsoft.resources/resourcegroups";
  if (written !== undefined && !isDeployment) return idWithin(extendedId(written, own), type, names);
  return idWithin(scopeOf(isGroup ? { ...own, kind: "subscription" } : own), type, names);
}

/** `scope` is an id, or a type and names by turns below where the deployment goes. */
function extendedId(written: string, target: Target): string {
  if (written === "/") return "";
  return written.startsWith("/") ? written.replace(/\/$/, "") : `${scopeOf(target)}/providers/${written}`;
}

const MANAGEMENT_GROUP = /^\/?(?:providers\/)?Microsoft\.Management\/managementGroups\/([^/]+)$/i;

/** Where an entry goes that names a subscription, a resource group or a scope; or else where all go. */
export function targetOf(entry: Placed<JsonObject>, around: Target, scope: Scope): Target | Unknown {
  const subscription = textUnknownOrNone(entry, "subscriptionId", scope);
  const resourceGroup = textUnknownOrNone(entry, "resourceGroup", scope);
  const written = textUnknownOrNone(entry, "scope", scope);
  if (isUnknown(subscription)) return subscription;
  if (isUnknown(resourceGroup)) return resourceGroup;
  if (isUnknown(written)) return written;

  const [, managementGroup] = MANAGEMENT_GROUP.exec(written ?? "") ?? [];
  if (managementGroup !== undefined) return { ...around, kind: "managementGroup", managementGroup };
  if (written === "/") return { ...around, kind: "tenant" };
  const named = { ...around, ...(subscription === undefined ? {} : { subscription }) };
  if (resourceGroup !== undefined) return { ...named, kind: "resourceGroup", resourceGroup };
  return subscription === undefined ? around : { ...named, kind: "subscription" };
}

function textUnknownOrNone(
  entry: Placed<JsonObject>,
  key: string,
  scope: Scope,
): string | Unknown | undefined {
  const written = under(entry, key);
  if (!written) return undefined;
  const value = evaluateValue(written.value, scope, written.place);
  return textOrStandIn(value) ?? (isUnknown(value) ? value : undefined);
}
