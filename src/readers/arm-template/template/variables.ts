import type { Value } from "../../../model/unknown.ts";
import type { Json, JsonObject } from "../../../source/document.ts";
import { isSecretName } from "../../secrets/secret-properties.ts";
import { copiesOf } from "../expression/copy.ts";
import { evaluateCopy, evaluateValue } from "../expression/evaluate-value.ts";
import { type Place, placeWithin } from "../expression/place.ts";
import { type Lookup, nothing, type Scope } from "../expression/scope.ts";
import { secretText } from "../expression/secret-text.ts";
import { lookupOf } from "./lookup.ts";
import type { Placed } from "./own-key.ts";

/** `variables`, with those that its `copy` makes. */
export function readVariables(variables: Placed<JsonObject> | undefined, scope: () => Scope): Lookup {
  if (!variables) return nothing;
  const computed = new Map<string, () => Value>();
  for (const [name, value] of Object.entries(variables.value)) {
    const place = placeWithin(variables.place, name);
    const copies = name.toLowerCase() === "copy" ? copiesOf(value) : undefined;
    if (!copies) computed.set(name, () => valueOf(name, value, scope(), place));
    for (const copy of copies ?? []) computed.set(copy.name, () => evaluateCopy(copy, scope(), place));
  }
  return lookupOf("variable", computed);
}

function valueOf(name: string, written: Json, scope: Scope, place: Place): Value {
  const value = evaluateValue(written, scope, place);
  return isSecretName(name) ? secretText(value, place) : value;
}
