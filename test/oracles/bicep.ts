/**
 * Deploys Bicep files as the compiler and Azure would, from the parse tree. Only what the compiler is sure to see counts
 * as a dependency: parents and references by name of resources in the same file, and `dependsOn`.
 */
import { posix } from "node:path";
import type { Node, Parser } from "web-tree-sitter";
import type { Json, JsonObject } from "../../src/source/document.ts";
import { resourceId } from "./arm-expression.ts";
import { parseBicep, unmask } from "./bicep-grammar.ts";
import { asDeployed, type Deployed, type DeploymentTarget, objectOf, textOf } from "./deployed.ts";

export function deployBicep(
  parser: Parser,
  files: ReadonlyMap<string, string>,
  target: DeploymentTarget,
  answer: (description: string) => Json,
): readonly Deployed[] {
  return new Deployment(parser, files, "main.bicep", target, answer).run(new Set());
}

interface Declared {
  readonly id: string;
  readonly type: string;
  /** Absent for `existing` resources. */
  readonly body?: ReadonlyMap<string, Node>;
}

/** One file on its way into Azure. */
class Deployment {
  readonly #parser: Parser;
  readonly #files: ReadonlyMap<string, string>;
  readonly #target: DeploymentTarget;
  readonly #declarations = new Map<string, Node>();
  readonly #parameters = new Map<string, Json>();
  readonly #results = new Map<string, readonly Deployed[]>();
  readonly #file: string;

  constructor(
    parser: Parser,
    files: ReadonlyMap<string, string>,
    file: string,
    target: DeploymentTarget,
    valueOf: (descriptionOrName: string) => Json,
  ) {
    this.#parser = parser;
    this.#files = files;
    this.#target = target;
    this.#file = file;
    const text = files.get(file);
    if (text === undefined) throw new Error(`No file ${file}.`);

    let description: string | undefined;
    for (const node of parseBicep(parser, text).namedChildren) {
      if (!node) continue;
      if (node.type === "decorators") description = descriptionIn(node) ?? description;
      if (node.type === "parameter_declaration") {
        const name = symbolOf(node);
        this.#parameters.set(name, valueOf(file === "main.bicep" ? (description ?? name) : name));
        description = undefined;
      }
      if (node.type === "resource_declaration" || node.type === "module_declaration") {
        if (this.#declarations.has(symbolOf(node))) throw new Error(`Two declarations of ${symbolOf(node)}.`);
        this.#declarations.set(symbolOf(node), node);
      }
    }
  }

  run(before: ReadonlySet<string>): readonly Deployed[] {
    return [...this.#declarations.keys()].flatMap((symbol) => this.#finish(symbol, before, []));
  }

  #finish(symbol: string, before: ReadonlySet<string>, waiting: readonly string[]): readonly Deployed[] {
    if (waiting.includes(symbol)) throw new Error(`A circle: ${[...waiting, symbol].join(" > ")}`);
    const known = this.#results.get(symbol);
    if (known) return known;

    const node = this.#declarations.get(symbol);
    if (!node) throw new Error(`Nothing is called ${symbol}.`);
    if (isExisting(node)) return [];

    const body = membersOf(bodyOf(node));
    const waitedFor = symbolsIn(bodyOf(node))
      .filter((other) => this.#declarations.has(other))
      .flatMap((other) => this.#finish(other, before, [...waiting, symbol]));
    const after = new Set([...before, ...waitedFor.flatMap((other) => [other.id, ...other.after])]);
    const result =
      node.type === "module_declaration"
        ? this.#deployModule(node, body, after)
        : this.#deployResource(symbol, body, after);
    this.#results.set(symbol, result);
    return result;
  }

  #deployModule(
    node: Node,
    body: ReadonlyMap<string, Node>,
    after: ReadonlySet<string>,
  ): readonly Deployed[] {
    const scope = body.get("scope");
    const target = scope ? this.#scopeOf(scope) : this.#target;
    const params = new Map(
      [...membersOf(body.get("params"))].map(([name, value]) => [name, this.#value(value)]),
    );
    const file = posix.join(posix.dirname(this.#file), stringOf(pathOf(node)));
    const used = new Set<string>();
    const inner = new Deployment(this.#parser, this.#files, file, target, (name) => {
      const value = params.get(name);
      if (value === undefined) throw new Error(`${file} wants ${name}.`);
      used.add(name);
      return value;
    });
    if (used.size !== params.size) throw new Error(`${file} is given more than it wants.`);
    return inner.run(after);
  }

  #deployResource(
    symbol: string,
    body: ReadonlyMap<string, Node>,
    after: ReadonlySet<string>,
  ): readonly Deployed[] {
    const { id, type } = this.#declared(symbol);
    const beside = [...body].filter(
      ([name]) => !["parent", "name", "scope", "properties", "dependsOn"].includes(name),
    );
    const properties = body.get("properties");
    return asDeployed({
      id: id.toLowerCase(),
      type,
      name: id.slice(id.lastIndexOf("/") + 1),
      properties: properties ? objectOf(this.#value(properties)) : {},
      beside: Object.fromEntries(beside.map(([name, value]) => [name, this.#value(value)])),
      after,
    });
  }

  #declared(symbol: string): Declared {
    const node = this.#declarations.get(symbol);
    if (node?.type !== "resource_declaration") throw new Error(`No resource is called ${symbol}.`);

    const [type = ""] = stringOf(pathOf(node)).split("@");
    const body = membersOf(bodyOf(node));
    const name = textOf(this.#value(known(body.get("name"))));
    const parent = body.get("parent");
    const scope = body.get("scope");
    const id = parent
      ? `${this.#declared(parent.text).id}/${type.slice(type.lastIndexOf("/") + 1)}/${name}`
      : resourceId([type, ...name.split("/")], scope ? this.#scopeOf(scope) : this.#target);
    return { id, type };
  }

  #scopeOf(node: Node): DeploymentTarget {
    if (node.type !== "call_expression" || nameOfCall(node) !== "resourceGroup")
      throw new Error(`Not a scope: ${node.text}`);
    const words = argumentsOf(node).map((argument) => textOf(this.#value(argument)));
    const [first, second] = words;
    if (first === undefined) return this.#target;
    return second === undefined
      ? { subscription: this.#target.subscription, resourceGroup: first }
      : { subscription: first, resourceGroup: second };
  }

  #value(node: Node): Json {
    switch (node.type) {
      case "string":
        return stringOf(node);
      case "number":
        return Number(node.text);
      case "boolean":
        return node.text === "true";
      case "null":
        return null;
      case "array":
        return this.#list(node);
      case "object":
        return this.#object(node);
      case "identifier":
        return known(this.#parameters.get(node.text), node.text);
      case "member_expression":
        return this.#member(node.text);
      case "call_expression":
        return this.#apply(nameOfCall(node), argumentsOf(node));
      default:
        throw new Error(`Isthmus has no reason to write ${node.type}: ${node.text}`);
    }
  }

  /** The grammar takes a call that is a member of a list for two members: a name, and something in parentheses. */
  #list(node: Node): readonly Json[] {
    const items = named(node);
    return items.flatMap((item, index) => {
      const next = items[index + 1];
      if (isCallee(item, next)) return [];
      const before = items[index - 1];
      const argument = item.type === "parenthesized_expression" ? named(item)[0] : undefined;
      return [
        argument && before && isCallee(before, item)
          ? this.#apply(before.text, [argument])
          : this.#value(item),
      ];
    });
  }

  #object(node: Node): JsonObject {
    return Object.fromEntries([...membersOf(node)].map(([name, value]) => [name, this.#value(value)]));
  }

  #member(text: string): Json {
    if (text === "resourceGroup().name") return this.#target.resourceGroup;
    if (text === "subscription().subscriptionId") return this.#target.subscription;
    const [symbol = "", member] = text.split(".");
    if (member !== "id") throw new Error(`Isthmus has no reason to write ${text}.`);
    return this.#declared(symbol).id;
  }

  #apply(name: string, args: readonly Node[]): Json {
    const words = args.map((argument) => textOf(this.#value(argument)));
    if (name === "json") return JSON.parse(words[0] ?? "");
    if (name === "resourceId") return resourceId(words, this.#target);
    throw new Error(`Isthmus has no reason to call ${name}.`);
  }
}

/** The grammar's nodes. */

function named(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => child !== null);
}

function symbolOf(declaration: Node): string {
  return known(named(declaration)[0]).text;
}

function pathOf(declaration: Node): Node {
  return known(named(declaration)[1]);
}

function bodyOf(declaration: Node): Node {
  return known(named(declaration)[2]);
}

function isExisting(declaration: Node): boolean {
  return declaration.children.some((child) => child?.type === "existing");
}

function membersOf(object: Node | undefined): ReadonlyMap<string, Node> {
  if (!object) return new Map();
  const members = named(object).map((property) => {
    const [key, value] = named(property);
    return [known(key).type === "string" ? stringOf(known(key)) : known(key).text, known(value)] as const;
  });
  if (new Set(members.map(([name]) => name)).size !== members.length)
    throw new Error(`A name twice: ${object.text}`);
  return new Map(members);
}

function isCallee(node: Node, next: Node | undefined): boolean {
  return (
    node.type === "identifier" &&
    next?.type === "parenthesized_expression" &&
    next.startIndex === node.endIndex
  );
}

function nameOfCall(call: Node): string {
  return known(named(call)[0]).text;
}

function argumentsOf(call: Node): readonly Node[] {
  return named(known(named(call)[1]));
}

/** Identifiers that stand as values, or before `.id`. */
function symbolsIn(node: Node): readonly string[] {
  if (node.type === "identifier") return [node.text];
  if (node.type === "object_property") return named(node).slice(1).flatMap(symbolsIn);
  return named(node).flatMap(symbolsIn);
}

function descriptionIn(decorators: Node): string | undefined {
  const call = decorators
    .descendantsOfType("call_expression")
    .find((node) => node && nameOfCall(node) === "description");
  return call ? stringOf(known(argumentsOf(call)[0])) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function stringOf(node: Node): string {
  const text = unmask(node.text);
  if (node.type !== "string" || !/^'[^\r\n]*'$/.test(text))
    throw new Error(`Not a string on one line: ${text}`);
  if (named(node).some((child) => child.type === "interpolation"))
    throw new Error(`Something is evaluated in ${text}`);
  return text
    .slice(1, -1)
    .replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code: string | undefined, letter: string) =>
      code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

function known<T>(value: T | undefined, name = "something"): T {
  if (value === undefined) throw new Error(`Missing: ${name}`);
  return value;
}
