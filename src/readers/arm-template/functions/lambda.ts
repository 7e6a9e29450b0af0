import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { Arguments } from "../expression/arguments.ts";
import type { Expression } from "../expression/expression.ts";
import { restOf } from "../expression/open-objects.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { type Evaluate, type Form, plain, type TemplateFunction } from "../expression/template-function.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda */
export const lambdaFunctions: readonly TemplateFunction[] = [
  overArray("map", (list, lambda) => list.map((item, index) => lambda(item, index))),
  overArray("filter", filter),
  overArray("groupBy", groupBy),
  overArray("sort", sort),
  { name: "reduce", least: 3, most: 3, form: reduce },
  { name: "toObject", least: 2, most: 3, form: toObject },
  { name: "mapValues", least: 2, most: 2, form: mapValues },
  { name: "lambda", least: 1, form: refuseAlone },
  plain("lambdaVariables", 1, 1, lambdaVariable),
];

type Lambda = (...values: readonly Value[]) => Value;

/** The first argument is an array, the second a lambda. */
function overArray(name: string, of: (list: readonly Value[], lambda: Lambda, name: string) => Value): Form {
  return {
    name,
    least: 2,
    most: 2,
    form([list, lambda], scope, evaluate) {
      const value = list ? evaluate(list, scope) : null;
      const called = lambdaOf(lambda, name, scope, evaluate);
      return isUnknown(value) ? value : of(new Arguments(name, [value]).list(0), called, name);
    },
  };
}

/** `lambda('item', 'index', body)`: what the body says, for values of its variables. Values too many are dropped. */
function lambdaOf(
  expression: Expression | undefined,
  name: string,
  scope: Scope,
  evaluate: Evaluate,
): Lambda {
  const given = expression?.kind === "call" && expression.name === "lambda" ? expression.arguments : [];
  const body = given.at(-1);
  if (!body) throw new Refusal(`${name} takes a lambda as its last argument.`);
  const names = given.slice(0, -1).map((one) => {
    if (one.kind === "literal" && typeof one.value === "string") return one.value.toLowerCase();
    throw new Refusal("A lambda names its variables by texts.");
  });
  return (...values) => {
    scope.run.budget.step();
    const lambdaVariables = new Map(scope.lambdaVariables);
    for (const [index, variable] of names.entries()) lambdaVariables.set(variable, values[index] ?? null);
    return evaluate(body, { ...scope, lambdaVariables });
  };
}

function lambdaVariable(given: Arguments, { lambdaVariables }: Scope): Value {
  const value = lambdaVariables.get(given.text(0).toLowerCase());
  if (value === undefined) throw new Refusal(`No lambda around it has the variable ${given.text(0)}.`);
  return value;
}

function refuseAlone(): never {
  throw new Refusal("A lambda stands only as an argument of filter, map and the like.");
}

function filter(list: readonly Value[], lambda: Lambda, name: string): Value {
  const kept: Value[] = [];
  for (const [index, item] of list.entries()) {
    const answer = lambda(item, index);
    if (isUnknown(answer)) return answer;
    if (new Arguments(`the lambda of ${name}`, [answer]).truth(0)) kept.push(item);
  }
  return kept;
}

function groupBy(list: readonly Value[], lambda: Lambda, name: string): Value {
  const groups = new Map<string, Value[]>();
  for (const item of list) {
    const key = lambda(item);
    if (isUnknown(key)) return key;
    const text = new Arguments(`the lambda of ${name}`, [key]).text(0);
    const group = groups.get(text);
    if (group) group.push(item);
    else groups.set(text, [item]);
  }
  return Object.fromEntries(groups);
}

/** The lambda says whether its first value goes before its second. */
function sort(list: readonly Value[], lambda: Lambda, name: string): Value {
  let unknown: Unknown | undefined;
  const goesBefore = (a: Value, b: Value): boolean => {
    if (unknown) return false;
    const answer = lambda(a, b);
    if (isUnknown(answer)) unknown = answer;
    return !isUnknown(answer) && new Arguments(`the lambda of ${name}`, [answer]).truth(0);
  };
  const sorted = list.toSorted((a, b) => (goesBefore(a, b) ? -1 : goesBefore(b, a) ? 1 : 0));
  return unknown ?? sorted;
}

function reduce(given: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  const [list, initial, lambda] = given;
  const value = list ? evaluate(list, scope) : null;
  const called = lambdaOf(lambda, "reduce", scope, evaluate);
  if (isUnknown(value)) return value;
  let result = initial ? evaluate(initial, scope) : null;
  for (const [index, item] of new Arguments("reduce", [value]).list(0).entries()) {
    result = scope.run.budget.take(called(result, item, index));
  }
  return result;
}

function toObject(given: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  const [list, keyLambda, valueLambda] = given;
  const value = list ? evaluate(list, scope) : null;
  const keyOf = lambdaOf(keyLambda, "toObject", scope, evaluate);
  const valueOf = valueLambda ? lambdaOf(valueLambda, "toObject", scope, evaluate) : (item: Value) => item;
  if (isUnknown(value)) return value;
  const members = new Map<string, Value>();
  for (const item of new Arguments("toObject", [value]).list(0)) {
    const key = keyOf(item);
    if (isUnknown(key)) return key;
    members.set(new Arguments("the lambda of toObject", [key]).text(0), valueOf(item));
  }
  return Object.fromEntries(members);
}

function mapValues(given: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  const [object, lambda] = given;
  const value = object ? evaluate(object, scope) : null;
  const called = lambdaOf(lambda, "mapValues", scope, evaluate);
  if (isUnknown(value)) return value;
  const members = new Arguments("mapValues", [value]).object(0);
  const rest = restOf(members);
  if (rest) return rest;
  return Object.fromEntries(Object.entries(members).map(([key, inner]) => [key, called(inner)]));
}
