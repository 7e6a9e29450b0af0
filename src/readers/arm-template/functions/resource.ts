import { regions } from "../../../azure/regions.ts";
import { zonalTypes } from "../../../azure/template-functions.ts";
import { isUnknown, type Value } from "../../../model/unknown.ts";
import { type Arguments, shownValue } from "../expression/arguments.ts";
import { Refusal } from "../expression/refusal.ts";
import { type Scope, unknownHere } from "../expression/scope.ts";
import { calledBy, standInOf } from "../expression/stand-in-names.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { idWithin, scopeOf } from "./scope-ids.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource */
export const resourceFunctions: readonly TemplateFunction[] = [
  plain("resourceId", 2, undefined, resourceId),
  plain("subscriptionResourceId", 2, undefined, subscriptionResourceId),
  plain("managementGroupResourceId", 2, undefined, managementGroupResourceId),
  plain("tenantResourceId", 2, undefined, (given) => idWithin("", ...typeAndNames(given, 0))),
  plain("extensionResourceId", 3, undefined, (given) => idWithin(given.text(0), ...typeAndNames(given, 1))),
  plain("reference", 1, 3, reference, "none"),
  plain("references", 1, 2, (given, scope) =>
    scope.deployment.references(given.text(0), isFull(given, 1), scope),
  ),
  plain("resourceInfo", 1, 1, (given, scope) => scope.deployment.resourceInfo(given.text(0), scope)),
  plain(
    "providers",
    1,
    2,
    (_given, scope) => unknownHere(scope, "only Azure can answer providers()"),
    "none",
  ),
  plain("pickZones", 3, 5, pickZones),
  ...["toLogicalZone", "toLogicalZones", "toPhysicalZone", "toPhysicalZones"].map((name) =>
    plain(name, 3, 3, (_given, scope) => unknownHere(scope, `only Azure can answer ${name}()`)),
  ),
];

/** What goes by a stand-in is found by it; which version of the API is asked says nothing here. */
function reference(given: Arguments, scope: Scope): Value {
  const [named, , full] = given.values;
  if (isUnknown(full)) return full;
  const name = isUnknown(named) ? standInOf(named) : given.text(0);
  if (name !== undefined) return scope.deployment.reference(name, isFull(given, 2), scope);
  return isUnknown(named) ? calledBy(named, undefined) : null;
}

function isFull(given: Arguments, index: number): boolean {
  return given.optionalText(index)?.toLowerCase() === "full";
}

/**
 * `([subscription], [resource group], type, name, …)`: the type is the first text with a provider before its slash that
 * as many names follow as it has segments.
 */
function resourceId(given: Arguments, { deployment: { target } }: Scope): Value {
  const at = typeAt(given, [0, 1, 2]);
  const scope = {
    ...target,
    ...(at > 0 ? { kind: "resourceGroup" as const, resourceGroup: given.text(at - 1) } : {}),
    ...(at > 1 ? { subscription: given.text(0) } : {}),
  };
  return idWithin(scopeOf(scope), ...typeAndNames(given, at));
}

function subscriptionResourceId(given: Arguments, { deployment: { target } }: Scope): Value {
  const at = typeAt(given, [0, 1]);
  const subscription = at > 0 ? given.text(0) : target.subscription;
  return idWithin(`/subscriptions/${subscription}`, ...typeAndNames(given, at));
}

function managementGroupResourceId(given: Arguments, { deployment: { target } }: Scope): Value {
  const at = typeAt(given, [0, 1]);
  const name = at > 0 ? given.text(0) : target.managementGroup;
  return idWithin(
    scopeOf({ ...target, kind: "managementGroup", managementGroup: name }),
    ...typeAndNames(given, at),
  );
}

function typeAt(given: Arguments, places: readonly number[]): number {
  for (const at of places) {
    const type = at < given.count ? withoutSlash(given.text(at)) : "";
    if (/^[\w.]+\/./.test(type) && given.count - at - 1 === type.split("/").length - 1) return at;
  }
  const shown = given.values
    .map((value) => shownValue(value))
    .slice(0, 5)
    .join(", ");
  throw new Refusal(
    `${given.written} finds no type with as many names behind it as it has parts in ${shown}.`,
  );
}

function typeAndNames(given: Arguments, at: number): readonly [type: string, names: readonly string[]] {
  const type = withoutSlash(given.text(at));
  const names = given.values.slice(at + 1).map((_, index) => given.text(at + 1 + index));
  if (names.length === type.split("/").length - 1) return [type, names];
  throw new Refusal(
    `${given.written} gets the type ${type} and ${names.length} names; a type has a name for each of its parts.`,
  );
}

/** People leave one at the end, and Azure takes it. */
function withoutSlash(type: string): string {
  return type.replace(/^\/|\/$/g, "");
}

/** Zones are numbered from 1, where a region has them. */
function pickZones(given: Arguments, scope: Scope): Value {
  const location = given.text(2).toLowerCase().replaceAll(" ", "");
  const zones = Object.hasOwn(regions.value, location) ? regions.value[location]?.availabilityZones : null;
  const type = `${given.text(0)}/${given.text(1)}`.toLowerCase();
  if (zones === false) return [];
  if (zones !== true || !zonalTypes.value.some((zonal) => zonal === type)) {
    return unknownHere(scope, "only Azure can answer pickZones()");
  }
  const [count, offset] = [given.count > 3 ? given.whole(3) : 1, given.count > 4 ? given.whole(4) : 0];
  if (count < 1 || count > 3 || offset < 0 || offset > 2) return given.refuse(3, "1 to 3 zones");
  return ["1", "2", "3"].slice(offset, offset + count);
}
