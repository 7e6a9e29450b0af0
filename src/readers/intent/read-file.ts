import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import { type Damage, damageOf } from "./damage.ts";
import { type IntentFile, intentFile } from "./intent-file.ts";
import { prune, WIDTHS } from "./prune.ts";

export interface FileRead {
  readonly data: IntentFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly damage: Damage;
}

/** The file as far as it fits its schema. What does not is reported once, and left out with as little as possible. */
export function readFile(file: string, value: JsonObject): FileRead {
  const root = { file, path: [] };
  const { data, diagnostics } = checkSchema(intentFile, value, root, "intent");
  const damage = damageOf(diagnostics);
  if (data) return { data, diagnostics, damage };

  let rest = value;
  let complaints = diagnostics;
  for (const width of WIDTHS) {
    rest = prune(rest, complaints, width);
    const checked = checkSchema(intentFile, filled(rest), root, "intent");
    if (checked.data) return { data: checked.data, diagnostics, damage };
    complaints = checked.diagnostics;
  }
  return { data: undefined, diagnostics, damage };
}

/** Stand-ins for what every file must have, and for entries of lists that were left out. */
function filled(value: JsonObject): JsonObject {
  const { name = "unnamed", connections, isolate, ...rest } = value;
  return {
    ...rest,
    name,
    ...(isList(connections) ? { connections: connections.map((entry) => entry ?? {}) } : {}),
    ...(isList(isolate) ? { isolate: isolate.map((entry) => entry ?? ["", ""]) } : {}),
  };
}

const ENDS = ["virtualNetworks", "sites", "p2sUsers"];

/** Names in collections that cannot be read at all, for a slip in their key or in their form. */
export function unreadableNames(value: JsonObject, damage: Damage): readonly string[] {
  return Object.entries(value)
    .filter(([key, inner]) => damage.touches(key) && !(ENDS.includes(key) && isObject(inner)))
    .flatMap(([, inner]) => namesIn(inner));
}

/** A collection that is there and of which not even the names can be told: any name may be one of them. */
export function isAnyNameHidden(value: JsonObject, damage: Damage): boolean {
  return ENDS.some((key) => {
    const inner = value[key];
    return inner !== undefined && damage.touches(key) && !isObject(inner) && namesIn(inner).length === 0;
  });
}

function namesIn(value: Json): readonly string[] {
  if (isObject(value)) return Object.keys(value);
  if (!isList(value)) return [];
  return value.flatMap((item) => (typeof item === "string" ? item : isObject(item) ? nameOf(item) : []));
}

function nameOf(item: JsonObject): readonly string[] {
  const name = item["name"];
  return typeof name === "string" ? [name] : [];
}
