import type { Json, JsonObject } from "../../src/source/document.ts";
import { type DeploymentTarget, textOf } from "./deployed.ts";

/** What expressions of one template see. */
export interface ExpressionScope {
  readonly target: DeploymentTarget;
  readonly parameters: JsonObject;
}

/** Evaluates every text of a value, and the names of its members. Throws on what Isthmus has no reason to write. */
export function evaluate(value: Json, scope: ExpressionScope): Json {
  if (typeof value === "string") return evaluateText(value, scope);
  if (Array.isArray(value)) return value.map((item: Json) => evaluate(item, scope));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [textOf(evaluateText(key, scope)), evaluate(inner, scope)]),
  );
}

/** An expression is in brackets; a text in brackets has the first one doubled. */
function evaluateText(text: string, scope: ExpressionScope): Json {
  if (!text.startsWith("[") || !text.endsWith("]")) return text;
  if (text.startsWith("[[")) return text.slice(1);

  const reader = { rest: text.slice(1, -1) };
  const result = readExpression(reader, scope);
  if (reader.rest !== "") throw new Error(`Not understood: ${reader.rest} in ${text}`);
  return result;
}

function readExpression(reader: { rest: string }, scope: ExpressionScope): Json {
  const quoted = take(reader, /^'((?:[^']|'')*)'/);
  if (quoted) return (quoted[1] ?? "").replaceAll("''", "'");

  const call = take(reader, /^(\w+)\(/);
  if (!call) throw new Error(`Not understood: ${reader.rest}`);
  const args: Json[] = [];
  while (!take(reader, /^\)/)) {
    args.push(readExpression(reader, scope));
    take(reader, /^, ?/);
  }
  const member = take(reader, /^\.(\w+)/);
  return callFunction(call[1] ?? "", args, member?.[1], scope);
}

function callFunction(
  name: string,
  args: readonly Json[],
  member: string | undefined,
  scope: ExpressionScope,
): Json {
  const call = `${name}.${member ?? ""}`;
  if (call === "resourceGroup.name") return scope.target.resourceGroup;
  if (call === "subscription.subscriptionId") return scope.target.subscription;
  if (call === "parameters.") return parameter(textOf(args[0]), scope);
  if (call === "resourceId.") return resourceId(args.map(textOf), scope.target);
  throw new Error(`Isthmus has no reason to call ${call}.`);
}

/** `([subscription], [resource group], type, name, …)`; the type is the first with a slash behind a dotted namespace. */
export function resourceId(args: readonly string[], target: DeploymentTarget): string {
  const at =
    [0, 1, 2].find((index) => args.length - index - 1 === (args[index] ?? "").split("/").length - 1) ?? -1;
  if (at < 0) throw new Error(`No resource type with as many names: ${args.join(", ")}`);

  const [provider = "", ...types] = (args[at] ?? "").split("/");
  const names = args.slice(at + 1);
  const resourceGroup = at > 0 ? args[at - 1] : target.resourceGroup;
  const subscription = at > 1 ? args[at - 2] : target.subscription;
  const path = types.map((type, index) => `${type}/${names[index]}`).join("/");
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/${provider}/${path}`;
}

function parameter(name: string, { parameters }: ExpressionScope): Json {
  const value = parameters[name];
  if (value === undefined) throw new Error(`No parameter ${name}.`);
  return value;
}

function take(reader: { rest: string }, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(reader.rest);
  if (match) reader.rest = reader.rest.slice(match[0].length);
  return match;
}
