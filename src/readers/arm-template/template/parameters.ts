import { speaksOfSecrets } from "../../../diagnostics/secret-words.ts";
import type { Unknown, Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import type { Origin } from "../../../source/origin.ts";
import type { Path } from "../../../source/path.ts";
import { hideSecretsIn } from "../../secrets/hide-secrets.ts";
import { shownValue } from "../expression/arguments.ts";
import { isExpression } from "../expression/evaluate-text.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace } from "../expression/place.ts";
import type { Run } from "../expression/run.ts";
import type { Lookup, Scope } from "../expression/scope.ts";
import { bracketed, calledBy } from "../expression/stand-in-names.ts";
import { lookupOf } from "./lookup.ts";
import { objectsIn, objectUnder, type Placed, textUnder, under } from "./own-key.ts";
import { isSecure, resolveType, withoutSecrets } from "./parameter-type.ts";
import { violationsOf } from "./type-violations.ts";

/** A value that somebody gives to a parameter. */
export interface GivenParameter {
  readonly name: string;
  readonly value: () => Value;
  /** Where it is given, of the value; `undefined` on the command line. */
  readonly origin?: Origin;
}

/** By lower-cased name. */
export type GivenParameters = ReadonlyMap<string, GivenParameter>;

/** `parameters` of a template: what is given, or else the default, checked as Azure checks it. */
export function readParameters(
  template: Placed<JsonObject>,
  given: GivenParameters,
  scope: () => Scope,
  isNested: boolean,
): Lookup {
  const definitions = objectUnder(template, "definitions");
  const computed = new Map(
    objectsIn(objectUnder(template, "parameters")).map(([name, declared]) => [
      name,
      () => valueOf({ name, declared, definitions, given: given.get(name.toLowerCase()), isNested }, scope()),
    ]),
  );
  return lookupOf("parameter", computed);
}

/** What is given to parameters that the template does not have. */
export function reportUndeclared(given: GivenParameters, declared: Lookup, run: Run): void {
  const names = new Set(declared.names().map((name) => name.toLowerCase()));
  for (const [key, { name, origin }] of given) {
    if (names.has(key) || !origin) continue;
    run.report({
      rule: "arm-template/unknown-parameter",
      severity: "error",
      message: `The template has no parameter ${name}.`,
      origin,
      hint: "Remove it, or correct its name.",
    });
  }
}

interface Asked {
  readonly name: string;
  readonly declared: Placed<JsonObject>;
  readonly definitions: Placed<JsonObject> | undefined;
  readonly given: GivenParameter | undefined;
  readonly isNested: boolean;
}

function valueOf(asked: Asked, scope: Scope): Value {
  const { name, declared, definitions, given } = asked;
  const type = resolveType(declared, definitions);
  const standard = under(declared, "defaultValue") ?? under(type, "defaultValue");
  const written = given ? given.value() : undefined;
  // Null asks for the default, where there is one.
  if (given && written !== undefined && !(written === null && standard)) {
    return checked(asked, type, converted(written, textUnder(type, "type")), given.origin, scope, false);
  }
  if (standard) {
    const hidesTexts = isSecure(textUnder(type, "type"));
    const value = evaluateValue(standard.value, { ...scope, hidesTexts }, standard.place);
    const isComputed = typeof standard.value === "string" && isExpression(standard.value);
    return checked(asked, type, value, originOfPlace(standard.place), scope, isComputed);
  }
  if (under(type, "nullable")?.value === true) return null;
  if (!isSecure(textUnder(type, "type"))) reportMissing(asked, scope.run);
  const isSecret = isSecure(textUnder(type, "type"));
  const unknown: Unknown = {
    kind: "unknown",
    because: isSecret ? `${name} is a secret` : `the parameter ${name} has no value`,
    origin: originOfPlace(declared.place),
  };
  return isSecret ? unknown : calledBy(unknown, bracketed(`${scope.deployment.stem}${name}`));
}

/** `"true"` and `"3"` are taken where a truth and a number are declared. */
function converted(value: Value, type: string | undefined): Value {
  if (typeof value !== "string") return value;
  const kind = type?.toLowerCase();
  if (kind === "bool" && /^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return kind === "int" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function checked(
  { name, declared, definitions }: Asked,
  type: Placed<JsonObject>,
  value: Value,
  origin: Origin | undefined,
  { run }: Scope,
  isComputed: boolean,
): Value {
  const isSecret = isSecure(textUnder(type, "type")) || speaksOfSecrets(name);
  let count = 0;
  for (const violation of violationsOf(value, declared, definitions, isSecret)) {
    if (++count > MOST_SHOWN) break;
    const shown = isSecret || violation.isSecret ? "what is given" : shownValue(violation.value);
    const inside = violation.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
    run.report({
      rule: "arm-template/invalid-parameter",
      severity: "error",
      message: `Azure does not take ${shown} for the parameter ${name}${inside}: ${violation.because}.`,
      origin: origin ? below(origin, violation.path) : originOfPlace(declared.place),
      related: origin ? [{ message: `${name} is declared here`, origin: originOfPlace(declared.place) }] : [],
      hint: "Give it a value that its declaration allows.",
    });
  }
  return withoutSecrets(
    hideSecretsIn(value, origin ?? originOfPlace(declared.place)),
    declared,
    definitions,
    name,
    isComputed,
  );
}

/** Of one parameter: what is wrong with the first ones is mostly wrong with all. */
const MOST_SHOWN = 10;

function below(origin: Origin, path: Path): Origin {
  return { ...origin, path: [...origin.path, ...path] };
}

/** Of the main template all are said at once, for a parameter file gives them all; a deployment owes each of its own. */
function reportMissing({ name, declared, isNested }: Asked, run: Run): void {
  const origin = originOfPlace(declared.place);
  if (!isNested) {
    run.missing.push({ name, origin });
    return;
  }
  run.report({
    rule: "arm-template/missing-parameter",
    severity: "error",
    message: `The parameter ${name} has no value, so what depends on it is not known.`,
    origin,
    hint: "Give it one in the parameters of this deployment.",
  });
}
