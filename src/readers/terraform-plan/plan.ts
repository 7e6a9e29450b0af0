import type { Document, Json, JsonObject } from "../../source/document.ts";
import type { Path } from "../../source/path.ts";
import { jsonAt, listAt, objectAt, textAt } from "./json-at.ts";

/** One instance of a module: its calls and resources as they are written, and who called it. */
export interface Module {
  readonly address: string;
  readonly call: string;
  readonly key: string | undefined;
  readonly configuration: JsonObject | undefined;
  readonly parent: Module | undefined;
  readonly children: Module[];
  readonly blocks: Block[];
}

/** One instance of a resource, or of a data source. */
export interface Block {
  readonly address: string;
  readonly module: Module;
  readonly isData: boolean;
  readonly type: string;
  readonly name: string;
  /** Of `count` or `for_each`, as JSON: `0`, `"web"`. */
  readonly key: string | undefined;
  readonly values: JsonObject;
  /** Where the values stand in the file. */
  readonly path: Path;
  readonly sensitive: Json | undefined;
  /** What is known after apply; absent where the file does not tell. */
  readonly unknown: Json | undefined;
  readonly before: JsonObject | undefined;
  /** As they are written in the configuration. */
  readonly expressions: JsonObject | undefined;
  /** Which of the configured providers makes it: `azurerm`, `azurerm.hub`; in a module `module.spoke:azurerm`. */
  readonly provider: string | undefined;
}

export interface Plan {
  readonly file: string;
  readonly value: Json | undefined;
  readonly root: Module;
  /** All that will be there. */
  readonly blocks: readonly Block[];
}

export function openPlan({ file, value }: Document): Plan {
  const isPlan = objectAt(value, "planned_values") !== undefined;
  const changes = new Map<string, JsonObject>();
  for (const change of listAt(value, "resource_changes")) {
    const found = objectAt(change, "change");
    if (found && textAt(change, "deposed") === undefined) changes.set(textAt(change, "address") ?? "", found);
  }
  const root = moduleOf("", undefined, objectAt(value, "configuration", "root_module"));
  const own = [isPlan ? "planned_values" : "values", "root_module"];
  walk(value, own, root, changes);
  // Data sources that were read are in the state before, and nowhere else.
  if (isPlan) walk(value, ["prior_state", "values", "root_module"], root, changes, true);
  return { file, value, root, blocks: [...blocksOf(root)] };
}

function* blocksOf(module: Module): Iterable<Block> {
  yield* module.blocks;
  for (const child of module.children) yield* blocksOf(child);
}

function walk(
  value: Json | undefined,
  path: Path,
  module: Module,
  changes: ReadonlyMap<string, JsonObject>,
  onlyData = false,
): void {
  for (const [index, resource] of listAt(value, ...path, "resources").entries()) {
    const block = blockOf(resource, [...path, "resources", index, "values"], module, changes);
    if (block.isData || !onlyData) module.blocks.push(block);
  }
  for (const [index, child] of listAt(value, ...path, "child_modules").entries()) {
    const address = textAt(child, "address") ?? "";
    const known = module.children.find((one) => one.address === address);
    const opened = known ?? childOf(module, address);
    if (!known) module.children.push(opened);
    walk(value, [...path, "child_modules", index], opened, changes, onlyData);
  }
}

function childOf(parent: Module, address: string): Module {
  const own = parent.address === "" ? address : address.slice(parent.address.length + 1);
  const [, call = "", key] = /^module\.([^.[]+)(?:\[(.*)\])?$/.exec(own) ?? [];
  const configuration = objectAt(parent.configuration, "module_calls", call, "module");
  return { ...moduleOf(address, parent, configuration), call, key };
}

function moduleOf(
  address: string,
  parent: Module | undefined,
  configuration: JsonObject | undefined,
): Module {
  return { address, call: "", key: undefined, configuration, parent, children: [], blocks: [] };
}

function blockOf(
  resource: Json,
  path: Path,
  module: Module,
  changes: ReadonlyMap<string, JsonObject>,
): Block {
  const address = textAt(resource, "address") ?? "";
  const [type = "", name = ""] = [textAt(resource, "type"), textAt(resource, "name")];
  const isData = textAt(resource, "mode") === "data";
  const index = jsonAt(resource, "index");
  const change = changes.get(address);
  const written = listAt(module.configuration, "resources").find(
    (one) =>
      textAt(one, "type") === type &&
      textAt(one, "name") === name &&
      (textAt(one, "mode") === "data") === isData,
  );
  return {
    address,
    module,
    isData,
    type,
    name,
    key: index === undefined ? undefined : JSON.stringify(index),
    values: objectAt(resource, "values") ?? {},
    path,
    sensitive: objectAt(resource, "sensitive_values"),
    unknown: change && jsonAt(change, "after_unknown"),
    before: change && objectAt(change, "before"),
    expressions: objectAt(written, "expressions"),
    provider: textAt(written, "provider_config_key"),
  };
}
