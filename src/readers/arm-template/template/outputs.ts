import { isUnknown, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { allowsCopies } from "../expression/copy.ts";
import { copyCountOf, evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace } from "../expression/place.ts";
import type { Scope } from "../expression/scope.ts";
import type { Deployment } from "./deployment.ts";
import { objectsIn, objectUnder, type Placed, textUnder, under } from "./own-key.ts";
import { isSecure, resolveType } from "./parameter-type.ts";

/** What a deployment answers, by name. */
export function readOutputs({ template, scope }: Deployment): ReadonlyMap<string, Value> {
  const definitions = objectUnder(template, "definitions");
  const found = objectsIn(objectUnder(template, "outputs")).flatMap(([name, output]) => {
    const condition = under(output, "condition");
    const isAsked = condition ? evaluateValue(condition.value, scope, condition.place) : true;
    if (isAsked === false) return [];
    const type = resolveType(output, definitions);
    const isSecret = isSecure(textUnder(type, "type"));
    const value: Value = isUnknown(isAsked)
      ? isAsked
      : isSecret
        ? { kind: "unknown", because: `the output ${name} is a secret`, origin: originOfPlace(output.place) }
        : outputValue(output, scope);
    return [[name, value] as const];
  });
  return new Map(found);
}

function outputValue(output: Placed<JsonObject>, scope: Scope): Value {
  const copy = objectUnder(output, "copy");
  const input = copy && under(copy, "input");
  const count = copy && under(copy, "count");
  if (!input || !count) {
    const value = under(output, "value");
    return value ? evaluateValue(value.value, scope, value.place) : null;
  }
  const times = copyCountOf(count.value, scope, count.place);
  if (isUnknown(times)) return times;
  if (!allowsCopies(times, input.value, scope, copy.place)) return null;
  return Array.from({ length: times }, (_, index) =>
    evaluateValue(
      input.value,
      { ...scope, loops: { ...scope.loops, own: index, innermost: index } },
      input.place,
    ),
  );
}
