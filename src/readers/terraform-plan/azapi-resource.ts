import { spellingOf } from "../../azure/resource-types.ts";
import { formatResourceId } from "../../model/resource-id.ts";
import { isObject, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Json } from "../../source/document.ts";
import { later, valueOf } from "./built.ts";
import { jsonAt, textAt } from "./json-at.ts";
import type { Block } from "./plan.ts";
import { referredBlocks } from "./referred-blocks.ts";
import { markAt, withoutMarked } from "./sensitive.ts";

/** `Microsoft.Network/virtualNetworks@2024-05-01` without its version. */
export function azapiType({ values }: Block): string {
  return spellingOf((textAt(values, "type") ?? "").replace(/@.*$/, ""));
}

/** `parent_id` is a resource group for what is no child, and else the parent. */
export function azapiId(
  block: Block,
  idOf: (block: Block) => string | undefined,
  scope: { readonly subscription: string; readonly resourceGroup: string },
): string | undefined {
  const [provider = "", ...types] = azapiType(block).split("/");
  const name = textAt(block.values, "name");
  if (name === undefined || types.length === 0) return undefined;

  const parent = textAt(block.values, "parent_id") ?? referredParent(block, idOf);
  if (/^Microsoft\.Resources\/resourceGroups$/i.test(`${provider}/${types.join("/")}`))
    return `${parent ?? `/subscriptions/${scope.subscription}`}/resourceGroups/${name}`;
  if (types.length > 1) return parent === undefined ? undefined : `${parent}/${types.at(-1)}/${name}`;
  return parent === undefined
    ? formatResourceId({ ...scope, provider, types, names: [name] })
    : `${parent}/providers/${provider}/${types[0]}/${name}`;
}

function referredParent(block: Block, idOf: (block: Block) => string | undefined): string | undefined {
  const [one, ...more] = referredBlocks(jsonAt(block.expressions, "parent_id"), block.module, block.key);
  return one && more.length === 0 ? idOf(one.block) : undefined;
}

/** What ARM gets as it is; older versions of the provider have it as a text. */
export function azapiBody(
  { values, unknown, sensitive, path }: Block,
  file: string,
): ValueObject | undefined {
  const origin = { file, path: [...path, "body"] };
  const written = values["body"];
  const body = typeof written === "string" ? parsed(written) : written;
  if (body === undefined || body === null) return undefined;
  const open = jsonAt(unknown, "body");
  const value: Value = valueOf(body, open === true ? undefined : open, origin, () => later(origin));
  const clean = withoutMarked(value, markAt(sensitive, "body"), origin);
  return isObject(clean) ? clean : undefined;
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
