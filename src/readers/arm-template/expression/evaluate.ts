import { didYouMean } from "../../../diagnostics/did-you-mean.ts";
import { secretOf } from "../../../model/secret.ts";
import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { functionByName } from "../functions/index.ts";
import { namedAnswer, namedMember, namedUnknown } from "./answers.ts";
import { Arguments } from "./arguments.ts";
import type { Call, Expression } from "./expression.ts";
import { anyUnknown } from "./open-objects.ts";
import { Refusal } from "./refusal.ts";
import { nothing, type Scope, type UserFunction, unknownHere } from "./scope.ts";
import type { PlainFunction, TemplateFunction } from "./template-function.ts";

/** Evaluates an expression; throws a `Refusal` where it has no value. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "member": {
      const of = evaluate(expression.of, scope);
      const key = evaluate(expression.key, scope);
      return namedMember(expression, of, key);
    }
    case "call":
      scope.run.budget.step();
      return scope.run.budget.deeper(() => scope.run.budget.take(call(expression, scope)));
  }
}

function call(expression: Call, scope: Scope): Value {
  const found = functionByName.get(expression.name);
  if (found) {
    checkCount(expression, found);
    if ("form" in found) return namedAnswer(found, found.form(expression.arguments, scope, evaluate));
    return callPlain(found, expression, scope);
  }
  const own = scope.functions.get(expression.name);
  if (own) return callOwn(own, expression, scope);
  if (/^list\w*$/.test(expression.name)) return list(expression, scope);
  return refuseName(expression, scope);
}

function callPlain(found: PlainFunction, expression: Call, scope: Scope): Value {
  const values = expression.arguments.map((argument) => evaluate(argument, scope));
  const unknown = unknownAmong(values, found.known);
  // What is empty hides nothing, and is no secret.
  if (unknown && found.name === "empty" && secretOf(unknown)) return false;
  if (unknown) return namedUnknown(found, values, unknown, scope);
  return namedAnswer(found, found.call(new Arguments(expression.written, values), scope));
}

function unknownAmong(values: readonly Value[], known: PlainFunction["known"]): Unknown | undefined {
  if (known === "none") return undefined;
  for (const value of values) {
    const unknown = known === "all" ? anyUnknown(value) : isUnknown(value) ? value : undefined;
    if (unknown) return unknown;
  }
  return undefined;
}

/** A function of the template sees its own parameters and the other functions, and nothing else. */
function callOwn(own: UserFunction, expression: Call, scope: Scope): Value {
  const { parameters } = own;
  if (scope.calling.includes(own)) throw new Refusal(`The function ${own.name} calls itself.`);
  if (expression.arguments.length !== parameters.length) {
    throw new Refusal(
      `${own.name} takes ${counted(parameters.length)}, and gets ${expression.arguments.length}.`,
    );
  }
  const values = new Map(
    parameters.map((name, index) => {
      const argument = expression.arguments[index];
      return [name.toLowerCase(), argument ? evaluate(argument, scope) : null] as const;
    }),
  );
  const inside: Scope = {
    ...scope,
    parameters: { find: (name) => values.get(name.toLowerCase()), names: () => parameters },
    variables: nothing,
    calling: [...scope.calling, own],
    lambdaVariables: new Map(),
    loops: { byName: new Map() },
  };
  return own.evaluate(inside);
}

/** `listKeys` and its kin read secrets and states out of Azure. */
function list(expression: Call, scope: Scope): Value {
  for (const argument of expression.arguments) evaluate(argument, scope);
  return unknownHere(scope, `only Azure can answer ${expression.written}()`);
}

function checkCount(expression: Call, { name, least, most }: TemplateFunction): void {
  const { length } = expression.arguments;
  if (length >= least && (most === undefined || length <= most)) return;
  const needed = most === undefined ? `${counted(least)} or more` : rangeOf(least, most);
  throw new Refusal(`${name} takes ${needed}, and gets ${length}.`);
}

function rangeOf(least: number, most: number): string {
  return least === most ? counted(least) : `${least} to ${counted(most)}`;
}

function counted(count: number): string {
  return count === 1 ? "1 argument" : `${count === 0 ? "no" : count} arguments`;
}

function refuseName({ written }: Call, { functions }: Scope): never {
  const names = [...[...functionByName.values()].map(({ name }) => name), ...functions.keys()];
  const meant = didYouMean(written, names);
  throw new Refusal(`There is no function ${written}${meant ? `; ${meant} is close` : ""}.`);
}
