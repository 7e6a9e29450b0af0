import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { Arguments } from "./arguments.ts";
import type { Expression, Member } from "./expression.ts";
import { memberOf } from "./member-of.ts";
import { refuseMissingPart } from "./missing-part.ts";
import { Refusal } from "./refusal.ts";
import type { Scope } from "./scope.ts";
import { memberOfSecret } from "./secret-members.ts";
import {
  bracketed,
  calledBy,
  calledByCall,
  calledByItself,
  calledByMember,
  exactStandInOf,
  standInOf,
} from "./stand-in-names.ts";
import type { PlainFunction, TemplateFunction } from "./template-function.ts";

/** They make one text of texts: of the names of unknowns they make the name of the unknown that comes out. */
const JOINING = new Set([
  "concat",
  "format",
  "string",
  "resourceid",
  "subscriptionresourceid",
  "managementgroupresourceid",
  "tenantresourceid",
  "extensionresourceid",
]);
/** In another case, or without blanks around it, a name is the same name. */
const SPELLING = new Set(["tolower", "toupper", "trim"]);
/** They answer with one of the values that they are given, or see to the name of the answer themselves. */
const PASSING = new Set([
  "parameters",
  "variables",
  "lambdavariables",
  "first",
  "last",
  "tryget",
  "indexfromend",
  "tryindexfromend",
  "reduce",
  "if",
  "coalesce",
]);

/** What comes of a function that something not known is given to. */
export function namedUnknown(
  found: PlainFunction,
  values: readonly Value[],
  unknown: Unknown,
  scope: Scope,
): Unknown {
  const name = found.name.toLowerCase();
  const [only] = values;
  if (SPELLING.has(name)) return calledByItself(unknown, found.name, only);
  if (JOINING.has(name)) {
    const whole = joined(found, values, scope, standInOf);
    return calledBy(unknown, whole, joined(found, values, scope, exactStandInOf));
  }
  return calledByCall(unknown, found.name, values);
}

/** What a function makes of the names of what it is given; `undefined` where one of them has none. */
function joined(
  found: PlainFunction,
  values: readonly Value[],
  scope: Scope,
  nameOf: (unknown: Unknown) => string | undefined,
): string | undefined {
  const texts = values.map((value) => (isUnknown(value) ? nameOf(value) : value));
  const known = texts.filter((text) => text !== undefined);
  if (known.length < texts.length) return undefined;
  try {
    const made = found.call(new Arguments(found.name, known), scope);
    return typeof made === "string" ? made : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** An unknown that is no answer of its own, but why there is none, is not called what it was called before. */
export function namedAnswer({ name }: TemplateFunction, answer: Value): Value {
  if (!isUnknown(answer) || standInOf(answer) === undefined || PASSING.has(name.toLowerCase())) return answer;
  return calledBy(answer, undefined);
}

/** `of.key`, where either may not be known. */
export function namedMember(expression: Member, of: Value, key: Value): Value {
  if (isUnknown(of))
    return isUnknown(key) ? calledBy(of, undefined) : (memberOfSecret(of, key) ?? calledByMember(of, key));
  if (isUnknown(key)) return calledBy(key, undefined);
  refuseMissingPart(expression, of, key);
  const found = memberOf(of, key, expression.isSafe);
  if (!isUnknown(found) || standInOf(found) !== undefined) return found;
  const written = writtenClosed(expression);
  return written === undefined ? found : calledBy(found, bracketed(written));
}

const CLOSED = new Set(["resourcegroup", "subscription", "tenant", "deployer"]);

/** `resourceGroup().location`: what is the same wherever the main template says it. */
function writtenClosed(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "literal":
      return undefined;
    case "call":
      return CLOSED.has(expression.name) && expression.arguments.length === 0
        ? `${expression.written}()`
        : undefined;
    case "member": {
      const of = writtenClosed(expression.of);
      const { key } = expression;
      return of !== undefined && key.kind === "literal" ? `${of}.${key.value}` : undefined;
    }
  }
}
