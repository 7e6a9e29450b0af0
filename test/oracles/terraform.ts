/**
 * A reader of Terraform configurations for AzAPI that knows their rules and nothing of the writer: HashiCorp's own parser
 * reads the text; here references are followed, and bodies laid over each other, as the provider does.
 */
import { parse } from "@cdktn/hcl2json";
import type { Json, JsonObject } from "../../src/source/document.ts";
import { asDeployed, type Deployed, type DeploymentTarget, listOf, objectOf, textOf } from "./deployed.ts";
import { type Evaluated, evaluateTemplate } from "./terraform-expression.ts";

/** `answer` gives the values of variables from their descriptions; `isOn` turns on what is off until somebody says so. */
export async function deployTerraform(
  text: string,
  target: DeploymentTarget,
  answer: (description: string) => Json,
  isOn = true,
): Promise<readonly Deployed[]> {
  const file: JsonObject = await parse("main.tf", text);
  return new Configuration(file, target, answer, isOn).deploy();
}

class Configuration {
  readonly #resources: ReadonlyMap<string, JsonObject>;
  readonly #variables: ReadonlyMap<string, JsonObject>;
  readonly #locals: JsonObject;
  readonly #results = new Map<string, readonly Deployed[]>();
  readonly #target: DeploymentTarget;
  readonly #answer: (description: string) => Json;
  readonly #isOn: boolean;

  constructor(
    file: JsonObject,
    target: DeploymentTarget,
    answer: (description: string) => Json,
    isOn: boolean,
  ) {
    this.#resources = blocksIn(objectOf(file["resource"] ?? {})["azapi_resource"]);
    this.#variables = blocksIn(file["variable"]);
    this.#locals = objectOf(listOf(file["locals"])[0] ?? {});
    this.#target = target;
    this.#answer = answer;
    this.#isOn = isOn;
    for (const [name, variable] of this.#variables) {
      if (isReserved(name)) throw new Error(`Terraform forbids a variable that is called ${name}.`);
      if (variable["sensitive"] !== variable["ephemeral"]) throw new Error(`${name} is kept in the plan.`);
    }
  }

  deploy(): readonly Deployed[] {
    return [...this.#resources.keys()].flatMap((name) => this.#finish(name, []));
  }

  #finish(name: string, waiting: readonly string[]): readonly Deployed[] {
    if (waiting.includes(name)) throw new Error(`A circle: ${[...waiting, name].join(" > ")}`);
    const known = this.#results.get(name);
    if (known) return known;

    const block = this.#resources.get(name);
    if (!block) throw new Error(`No resource is called ${name}.`);
    const { depends_on, count, ...given } = block;
    const inside: JsonObject = { ...given, depends_on: depends_on ?? [] };
    const waitedFor = namesIn(inside).flatMap((other) => this.#finish(other, [...waiting, name]));
    const after = new Set(waitedFor.flatMap((other) => [other.id, ...other.after]));
    const result = this.#isThere(count) ? this.#resource(name, given, after) : [];
    this.#results.set(name, result);
    return result;
  }

  #resource(name: string, given: JsonObject, after: ReadonlySet<string>): readonly Deployed[] {
    const { parent_id: _parent, retry: _retry, timeouts: _timeouts, ...asked } = given;
    const { type: typed, name: named, body, sensitive_body, locks, ...beside } = asked;
    for (const lock of listOf(locks)) textOf(this.#value(lock, false));
    const [type = ""] = textOf(typed).split("@");
    const { properties, ...more } = objectOf(
      laidOver(this.#value(body ?? {}, false), this.#value(sensitive_body ?? {}, true)),
    );
    return asDeployed({
      id: this.#idOf(name),
      type,
      name: textOf(this.#value(named ?? null, false)),
      properties: objectOf(properties),
      beside: { ...objectOf(this.#value(beside, false)), ...more },
      after,
    });
  }

  #idOf(name: string): string {
    const block = this.#resources.get(name) ?? {};
    const [type = ""] = textOf(block["type"]).split("@");
    const [provider = "", ...types] = type.split("/");
    const parent = textOf(this.#value(block["parent_id"] ?? null, false));
    const own = `${types.at(-1) ?? ""}/${textOf(this.#value(block["name"] ?? null, false))}`;
    return types.length === 1 ? `${parent}/providers/${provider}/${own}` : `${parent}/${own}`;
  }

  #isThere(count: Json | undefined): boolean {
    if (count === undefined) return true;
    const [, name = ""] = /^\$\{var\.(\w+) \? 1 : 0\}$/.exec(textOf(count)) ?? [];
    const variable = this.#variables.get(name);
    if (variable?.["type"] !== "${bool}" || variable["default"] !== false)
      throw new Error(`No switch: ${textOf(count)}`);
    return this.#isOn;
  }

  #value(value: Json, isHidden: boolean): Json {
    if (typeof value === "string") return evaluateTemplate(value, (path) => this.#lookUp(path, isHidden));
    if (Array.isArray(value)) return value.map((item: Json) => this.#value(item, isHidden));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        textOf(evaluateTemplate(name, refuse)),
        this.#value(inner, isHidden),
      ]),
    );
  }

  #lookUp(path: string, isHidden: boolean): Evaluated {
    const [, kind = "", name = "", rest = ""] =
      /^(var|local|azapi_resource|data)\.(\w+)(.*)$/.exec(path) ?? [];
    if (kind === "var" && rest === "") return this.#variable(name, isHidden);
    if (kind === "local" && rest === "") return this.#value(this.#locals[name] ?? missing(path), false);
    if (path === "data.azapi_client_config.current.subscription_id") return this.#target.subscription;
    if (kind !== "azapi_resource") throw new Error(`Isthmus has no reason to write ${path}.`);

    const count = this.#resources.get(name)?.["count"];
    if (rest !== (count === undefined ? ".id" : "[0].id")) throw new Error(`${path} is no reference.`);
    if (!this.#isThere(count)) throw new Error(`${path} is not there.`);
    return this.#idOf(name);
  }

  #variable(name: string, isHidden: boolean): Json {
    if (name === "resource_group_name") return this.#target.resourceGroup;
    const variable = this.#variables.get(name) ?? missing(name);
    if (variable["sensitive"] === true && !isHidden) throw new Error(`${name} would be kept in the state.`);
    return this.#answer(textOf(evaluateTemplate(textOf(variable["description"]), refuse)));
  }
}

/** Every name of a resource in a block, whatever it is for. */
function namesIn(block: Json): readonly string[] {
  const text = JSON.stringify(block);
  // `$${` is text; what is in braces after a single sign is not.
  const expressions = [...text.matchAll(/(?<!\$)((?:\$\$)*)\$\{([^}]*)\}/g)].map(([, , inner = ""]) => inner);
  return [...new Set(expressions.flatMap((inner) => /^azapi_resource\.(\w+)/.exec(inner)?.[1] ?? []))];
}

function blocksIn(blocks: Json | undefined): ReadonlyMap<string, JsonObject> {
  return new Map(
    Object.entries(objectOf(blocks ?? {})).map(([name, list]) => {
      const [block, ...more] = listOf(list);
      if (more.length > 0) throw new Error(`Two blocks are called ${name}.`);
      return [name, objectOf(block)];
    }),
  );
}

/** As the provider merges the two: objects by name, all else replaced. */
function laidOver(body: Json, sensitive: Json): Json {
  if (!isObject(body) || !isObject(sensitive)) return sensitive;
  const merged = Object.entries(sensitive).map(([name, value]) => {
    const below = body[name];
    return [name, below === undefined ? value : laidOver(below, value)] as const;
  });
  return { ...body, ...Object.fromEntries(merged) };
}

/** https://developer.hashicorp.com/terraform/language/block/variable#variable-name */
function isReserved(name: string): boolean {
  return /^(source|version|providers|count|for_each|lifecycle|depends_on|locals)$/.test(name);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(path: string): never {
  throw new Error(`${path} may not stand here.`);
}

function missing(what: string): never {
  throw new Error(`Nothing is called ${what}.`);
}
