import type { Secret } from "../../../model/secret.ts";
import { isList, isObject, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { findMember } from "../expression/member-of.ts";
import { type Placed, textUnder, under } from "./own-key.ts";

/**
 * Why a value is not of a type, whatever is inside the value; `undefined` where it is, or where that cannot be told. Of a
 * secret it does not say which ones are allowed.
 */
export function whyNotOf(value: Value, type: Placed<JsonObject>, isSecret: boolean): string | undefined {
  const why = wrongKind(value, textUnder(type, "type"));
  if (why !== undefined) return why;
  const limited = notAllowed(value, type);
  if (limited !== undefined) return isSecret ? "it is none of those that are allowed" : limited;
  return outsideBounds(value, type);
}

/** The same of a secret, of which nothing but its length is known. */
export function whyNotSecret({ length }: Secret, type: Placed<JsonObject>): string | undefined {
  return outsideLength(length, type);
}

function wrongKind(value: Value, type: string | undefined): string | undefined {
  switch (type?.toLowerCase()) {
    case "string":
    case "securestring":
      return typeof value === "string" ? undefined : "it is no text";
    case "int":
      return typeof value === "number" && Number.isInteger(value) ? undefined : "it is no whole number";
    case "bool":
      return typeof value === "boolean" ? undefined : "it is neither true nor false";
    case "array":
      return isList(value) ? undefined : "it is no array";
    case "object":
    case "secureobject":
      return isObject(value) ? undefined : "it is no object";
    case undefined:
    default:
      return undefined;
  }
}

function notAllowed(value: Value, type: Placed<JsonObject>): string | undefined {
  const allowed = under(type, "allowedValues")?.value;
  if (!Array.isArray(allowed)) return undefined;
  const isAllowed = (one: Value) => allowed.some((other) => sameAllowed(one, other));
  if (isAllowed(value) || (isList(value) && value.every(isAllowed))) return undefined;
  const shown = allowed.slice(0, 8).map(String).join(", ");
  return `only ${shown}${allowed.length > 8 ? ", …" : ""} ${allowed.length === 1 ? "is" : "are"} allowed`;
}

/** Texts without regard to case, as Azure compares them here. */
function sameAllowed(value: Value, allowed: unknown): boolean {
  if (typeof value === "string" && typeof allowed === "string")
    return value.toLowerCase() === allowed.toLowerCase();
  return typeof value === "object" && value !== null
    ? JSON.stringify(value) === JSON.stringify(allowed)
    : value === allowed;
}

function outsideBounds(value: Value, type: Placed<JsonObject>): string | undefined {
  const [least, most] = [boundOf(type, "minValue"), boundOf(type, "maxValue")];
  if (typeof value === "number") {
    if (least !== undefined && value < least) return `${least} is the least`;
    if (most !== undefined && value > most) return `${most} is the most`;
  }
  return typeof value === "string" || isList(value) ? outsideLength(value.length, type) : undefined;
}

function outsideLength(length: number, type: Placed<JsonObject>): string | undefined {
  const [shortest, longest] = [boundOf(type, "minLength"), boundOf(type, "maxLength")];
  if (shortest !== undefined && length < shortest)
    return `its length is ${length}, and ${shortest} the least`;
  return longest !== undefined && length > longest
    ? `its length is ${length}, and ${longest} the most`
    : undefined;
}

function boundOf(type: Placed<JsonObject>, name: string): number | undefined {
  const found = findMember(type.value, name);
  return typeof found === "number" ? found : undefined;
}
