import { secretOf } from "../../../model/secret.ts";
import { isList, isObject, isUnknown, type Value, type ValueObject } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { isObject as isJsonObject } from "../../../source/index.ts";
import type { Path } from "../../../source/path.ts";
import { isSecretName } from "../../secrets/secret-properties.ts";
import { findKey, findMember } from "../expression/member-of.ts";
import { restOf } from "../expression/open-objects.ts";
import { listUnder, objectUnder, type Placed, textUnder, under } from "./own-key.ts";
import { isSecure, resolveType } from "./parameter-type.ts";
import { whyNotOf, whyNotSecret } from "./scalar-type.ts";

/** One thing inside a value that its type does not allow. */
export interface Violation {
  /** From the value down. */
  readonly path: Path;
  readonly value: Value;
  readonly because: string;
  readonly isSecret: boolean;
}

/** Types may refer to themselves; values do not go deeper than files do. */
const MOST_DEPTH = 100;

type Definitions = Placed<JsonObject> | undefined;

/** The way to a value from the outermost one down, written out only when something is wrong there. */
interface Way {
  readonly above: Way | undefined;
  readonly key: string | number;
  readonly depth: number;
}

/**
 * Where a value is not of its type, at any depth. What is not known is taken to be right.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions
 */
export function violationsOf(
  value: Value,
  declared: Placed<JsonObject>,
  definitions: Definitions,
  isSecret: boolean,
): readonly Violation[] {
  const found: Violation[] = [];
  new Check(definitions, found).check(value, declared, isSecret, undefined);
  return found;
}

/** Lives for one value. */
class Check {
  readonly #definitions: Definitions;
  readonly #found: Violation[];

  constructor(definitions: Definitions, found: Violation[]) {
    this.#definitions = definitions;
    this.#found = found;
  }

  check(value: Value, declared: Placed<JsonObject>, within: boolean, way: Way | undefined): void {
    if ((way?.depth ?? 0) > MOST_DEPTH) return;
    const type = resolveType(declared, this.#definitions);
    if (isUnknown(value)) {
      const secret = secretOf(value);
      const why = secret && whyNotSecret(secret, type);
      if (why !== undefined) this.#say(way, value, why, true);
      return;
    }
    const isSecret =
      within || isSecure(textUnder(type, "type")) || (way !== undefined && isSecretName(String(way.key)));
    const because = value === null ? whyNotNull(type) : whyNotOf(value, type, isSecret);
    if (because !== undefined) this.#say(way, value, because, isSecret);
    else if (isList(value)) this.#list(value, type, isSecret, way);
    else if (isObject(value)) this.#object(value, type, isSecret, way);
  }

  /** The first ones by place, where the type says so, and the others all alike. */
  #list(values: readonly Value[], type: Placed<JsonObject>, isSecret: boolean, way: Way | undefined): void {
    const first = listUnder(type, "prefixItems");
    const others = objectUnder(type, "items");
    if (under(type, "items")?.value === false && values.length > first.length) {
      this.#say(way, values, `it may have ${first.length} items at most`);
    }
    if (!others && first.length === 0) return;
    for (const [index, value] of values.entries()) {
      const of = first[index] ?? others;
      if (of) this.check(value, of, isSecret, below(way, index));
    }
  }

  #object(value: ValueObject, type: Placed<JsonObject>, isSecret: boolean, way: Way | undefined): void {
    const variant = variantOf(value, type, this.#definitions);
    if (typeof variant === "string") {
      this.#say(way, value, variant);
      return;
    }
    const members = variant
      ? [objectUnder(variant, "properties"), objectUnder(type, "properties")]
      : [objectUnder(type, "properties")];
    for (const one of members) if (one && !restOf(value)) this.#required(value, one, way);
    const others = (variant && under(variant, "additionalProperties")) ?? under(type, "additionalProperties");
    for (const key of Object.keys(value)) {
      const of = members.map((one) => one && objectUnder(one, key)).find((one) => one !== undefined);
      const inner = value[key] ?? null;
      if (of) this.check(inner, of, isSecret, below(way, key));
      else if (others && isJsonObject(others.value)) {
        this.check(inner, { value: others.value, place: others.place }, isSecret, below(way, key));
      } else if (others?.value === false && key !== discriminatorOf(type)) {
        this.#say(below(way, key), inner, "its type has no such property", true);
      }
    }
  }

  #required(value: ValueObject, members: Placed<JsonObject>, way: Way | undefined): void {
    for (const key of Object.keys(members.value)) {
      if (findKey(value, key) !== undefined) continue;
      const of = objectUnder(members, key);
      const needed = of && resolveType(of, this.#definitions);
      if (!needed || isNullable(needed) || under(needed, "defaultValue")) continue;
      this.#say(way, value, `it has no ${key}, which its type asks for`);
    }
  }

  #say(way: Way | undefined, value: Value, because: string, isSecret = false): void {
    this.#found.push({ path: pathOf(way), value, because, isSecret });
  }
}

function below(above: Way | undefined, key: string | number): Way {
  return { above, key, depth: (above?.depth ?? 0) + 1 };
}

function pathOf(way: Way | undefined): Path {
  const path: (string | number)[] = [];
  for (let at = way; at; at = at.above) path.push(at.key);
  return path.reverse();
}

function whyNotNull(type: Placed<JsonObject>): string | undefined {
  return isNullable(type) || under(type, "defaultValue") ? undefined : "it may not be null";
}

function isNullable(type: Placed<JsonObject>): boolean {
  return under(type, "nullable")?.value === true;
}

function discriminatorOf(type: Placed<JsonObject>): string | undefined {
  const discriminator = objectUnder(type, "discriminator");
  return discriminator && textUnder(discriminator, "propertyName");
}

/** Which of several types one property of an object chooses; why it chooses none. */
function variantOf(
  value: ValueObject,
  type: Placed<JsonObject>,
  definitions: Definitions,
): Placed<JsonObject> | string | undefined {
  const discriminator = objectUnder(type, "discriminator");
  const name = discriminatorOf(type);
  const mapping = discriminator && objectUnder(discriminator, "mapping");
  if (name === undefined || !mapping) return undefined;
  const chosen = findMember(value, name);
  if (isUnknown(chosen) || (chosen === undefined && restOf(value))) return undefined;
  const variant = typeof chosen === "string" ? objectUnder(mapping, chosen) : undefined;
  if (variant) return resolveType(variant, definitions);
  return `its ${name} is to be ${Object.keys(mapping.value).slice(0, 8).join(", ")}`;
}
