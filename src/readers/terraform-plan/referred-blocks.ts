import type { Json } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import { listAt, objectAt } from "./json-at.ts";
import type { Block, Module } from "./plan.ts";

/** A resource that an expression names, and what of it: `id`, `name`, or nothing where it is passed as a whole. */
export interface Referred {
  readonly block: Block;
  readonly attribute: string;
}

/** Outputs of outputs of modules: deeper than this nobody writes them. */
const MOST_STEPS = 30;

/**
 * The resources that an expression of this module leads to, through variables and outputs. `argument` is what it is
 * written for: `subnet_id`.
 */
export function referredBlocks(
  expression: Json | undefined,
  module: Module,
  key: string | undefined,
  argument = "",
  steps = 0,
): readonly Referred[] {
  if (steps > MOST_STEPS) return [];
  const references = referencesIn(expression);
  // Terraform lists `type.name.id`, and then `type.name` too.
  const whole = references.filter(
    (one) =>
      !references.some(
        (other) => other !== one && (other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
      ),
  );
  return whole.flatMap((reference) => {
    const [head = "", second = "", ...rest] = partsOf(reference);
    if (head === "var") {
      const { parent, call } = module;
      const given = parent && objectAt(parent.configuration, "module_calls", call, "expressions", second);
      return parent ? referredBlocks(given, parent, module.key, argument, steps + 1) : [];
    }
    if (head === "module") return outputsOf(second, rest, { module, key, argument, steps });
    const isData = head === "data";
    const [type, name, tail] = isData ? [second, rest[0] ?? "", rest.slice(1)] : [head, second, rest];
    const index = tail[0]?.startsWith("[") ? tail[0].slice(1, -1) : undefined;
    const attribute = tail.find((part) => !part.startsWith("[")) ?? "";
    const all = module.blocks.filter(
      (block) => block.type === type && block.name === name && block.isData === isData,
    );
    return theOnes(all, index, key).map((block) => ({ block, attribute }));
  });
}

interface Asked {
  readonly module: Module;
  readonly key: string | undefined;
  readonly argument: string;
  readonly steps: number;
}

function outputsOf(
  call: string,
  rest: readonly string[],
  { module, key, argument, steps }: Asked,
): readonly Referred[] {
  const index = rest[0]?.startsWith("[") ? rest[0].slice(1, -1) : undefined;
  const output = rest.find((part) => !part.startsWith("["));
  const children = module.children.filter((child) => child.call === call);
  if (output === undefined) {
    return theOnes(children, index, key).flatMap((child) => fittingOutput(child, key, argument, steps));
  }
  return theOnes(children, index, key).flatMap((child) =>
    referredBlocks(
      objectAt(child.configuration, "outputs", output, "expression"),
      child,
      // An output that picks by name, as in subnets["web"], leads to that instance.
      rest.findLast((part) => part.startsWith("["))?.slice(1, -1) ?? key,
      argument,
      steps + 1,
    ),
  );
}

/**
 * Of `module.x[each.key].y` Terraform writes down `module.x` and `each.key`, and not y. Where all outputs that lead to
 * what the argument is about lead to one and the same resource, it is that one; else nobody can say.
 */
function fittingOutput(
  child: Module,
  key: string | undefined,
  argument: string,
  steps: number,
): readonly Referred[] {
  const type = typeOfArgument(argument);
  const attributes = argument.endsWith("_name") ? ["name"] : ["id", ""];
  const outputs = Object.values(objectAt(child.configuration, "outputs") ?? {});
  const found = outputs
    .flatMap((output) => referredBlocks(objectAt(output, "expression"), child, key, argument, steps + 1))
    .filter(({ block, attribute }) => block.type === type && attributes.includes(attribute));
  const [one] = found;
  return one && found.every(({ block }) => block === one.block) ? [one] : [];
}

/** `peer_virtual_network_gateway_id` is about an azurerm_virtual_network_gateway. */
function typeOfArgument(argument: string): string {
  const noun = argument.replace(/^(peer|remote|default)_/, "").replace(/_(ids?|name)$/, "");
  return `azurerm_${noun === "public_ip_address" ? "public_ip" : noun}`;
}

/** The instance that is named, or else the one of the same key, or else all. */
function theOnes<T extends { readonly key: string | undefined }>(
  all: readonly T[],
  index: string | undefined,
  key: string | undefined,
): readonly T[] {
  if (all.length < 2) return all;
  const wanted = all.filter(
    (one) => one.key === (index !== undefined && /^(\d+|".*")$/.test(index) ? index : key),
  );
  return wanted.length > 0 ? wanted : all;
}

/** Of an expression, or of all that stand in a block. */
function referencesIn(expression: Json | undefined): readonly string[] {
  if (isList(expression)) return expression.flatMap(referencesIn);
  if (!isObject(expression)) return [];
  return listAt(expression, "references").filter((one) => typeof one === "string");
}

/** `azurerm_subnet.s["a.b"].id` in its parts; keys keep their brackets. */
function partsOf(reference: string): readonly string[] {
  return reference.match(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]|[^.[\]]+/g) ?? [];
}
