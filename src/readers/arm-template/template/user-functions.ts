import type { JsonObject } from "../../../source/document.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import type { UserFunction } from "../expression/scope.ts";
import { listUnder, objectsIn, objectUnder, type Placed, textUnder, under } from "./own-key.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/user-defined-functions */
export function readUserFunctions(template: Placed<JsonObject>): ReadonlyMap<string, UserFunction> {
  const found = listUnder(template, "functions").flatMap((namespace) =>
    objectsIn(objectUnder(namespace, "members")).map(([name, member]) =>
      userFunction(`${textUnder(namespace, "namespace") ?? ""}.${name}`, member),
    ),
  );
  return new Map(found.map((one) => [one.name.toLowerCase(), one]));
}

function userFunction(name: string, member: Placed<JsonObject>): UserFunction {
  const output = objectUnder(member, "output");
  const body = output && under(output, "value");
  return {
    name,
    parameters: listUnder(member, "parameters").map((parameter) => textUnder(parameter, "name") ?? ""),
    evaluate: (scope) => (body ? evaluateValue(body.value, scope, body.place) : null),
  };
}
