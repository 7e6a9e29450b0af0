import type { Value } from "../../../model/unknown.ts";
import { secretUnknown } from "../../secrets/secret-value.ts";
import { originOfPlace, type Place } from "./place.ts";

/** A text or a number that goes by the name of a secret is one from where it has that name. */
export function secretText(value: Value, place: Place): Value {
  return (typeof value === "string" && value !== "") || typeof value === "number"
    ? secretUnknown(value, originOfPlace(place))
    : value;
}
