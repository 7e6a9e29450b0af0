import { isUnknown, type Value } from "../../../model/unknown.ts";
import type { Json, JsonObject } from "../../../source/document.ts";
import { isObject } from "../../../source/index.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace, placeWithin } from "../expression/place.ts";
import type { Instance } from "./deployment.ts";
import { linkedFile } from "./linked.ts";
import { objectsIn, objectUnder, type Placed, under } from "./own-key.ts";
import type { GivenParameter, GivenParameters } from "./parameters.ts";

/** What a deployment gives to the template that it deploys: written there, or in a linked file. */
export function givenWithin(instance: Instance, properties: Placed<JsonObject>): GivenParameters {
  const link = objectUnder(properties, "parametersLink");
  const file = link && linkedFile(instance, link)?.template;
  const linked = file ? givenInFile(file) : new Map<string, GivenParameter>();
  const written = objectsIn(objectUnder(properties, "parameters")).map(([name, entry]) => {
    const value = under(entry, "value");
    const given: GivenParameter = {
      name,
      origin: originOfPlace((value ?? entry).place),
      value: () => (value ? evaluateValue(value.value, instance.scope, value.place) : notHere(name, entry)),
    };
    return [name.toLowerCase(), given] as const;
  });
  return new Map([...linked, ...written]);
}

/** A parameter file: `parameters` of `{ value }` or `{ reference }`, or just these. Nothing in it is evaluated. */
export function givenInFile(file: Placed<JsonObject>): GivenParameters {
  const parameters = objectUnder(file, "parameters") ?? file;
  const found = Object.entries(parameters.value).flatMap(([name, entry]): [string, GivenParameter][] => {
    if (!isObject(entry)) return [];
    const placed = { value: entry, place: placeWithin(parameters.place, name) };
    const value = under(placed, "value");
    const origin = originOfPlace((value ?? placed).place);
    return [
      [name.toLowerCase(), { name, origin, value: () => (value ? literal(value) : notHere(name, placed)) }],
    ];
  });
  return new Map(found);
}

/** In a file texts are texts, even those in brackets. */
function literal({ value, place }: Placed): Value {
  return isNumberTooLarge(value)
    ? {
        kind: "unknown",
        because: "it is larger than the whole numbers that can be counted exactly",
        origin: originOfPlace(place),
      }
    : value;
}

function isNumberTooLarge(value: Json): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function notHere(name: string, entry: Placed<JsonObject>): Value {
  const isSecret = under(entry, "reference") !== undefined;
  return {
    kind: "unknown",
    because: isSecret
      ? `${name} is a secret in a key vault`
      : `${name} is given from outside of the template`,
    origin: originOfPlace(entry.place),
  };
}

/** What a person gives by hand, or a program. */
export function givenByHand(values: Readonly<Record<string, Value>>): GivenParameters {
  return new Map(
    Object.entries(values).map(([name, value]) => [
      name.toLowerCase(),
      { name, value: () => (isUnknown(value) ? null : value) },
    ]),
  );
}
