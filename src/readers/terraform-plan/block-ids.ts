import { formatResourceId, scopeId } from "../../model/resource-id.ts";
import type { Json } from "../../source/document.ts";
import { NOWHERE } from "../estate/read-resources.ts";
import { azapiId } from "./azapi-resource.ts";
import { terraformAdditions, terraformTypes } from "./azurerm/index.ts";
import { jsonAt, objectAt, textAt } from "./json-at.ts";
import type { Block, Plan } from "./plan.ts";
import { referredBlocks } from "./referred-blocks.ts";
import type { TerraformType } from "./terraform-type.ts";

export type IdOf = (block: Block) => string | undefined;

/**
 * The id of each block: the one that Azure gave it, or before the first apply the one that it will have, for ARM makes ids
 * of group, type and name. Only the subscription may be a stand-in.
 */
export function blockIds(plan: Plan): IdOf {
  const subscriptionOf = subscriptions(plan);
  const found = new Map<Block, string | undefined>();
  const idOf: IdOf = (block) => {
    if (!found.has(block)) {
      // A block that refers to itself, over however many others, has no id.
      found.set(block, undefined);
      found.set(
        block,
        textAt(block.values, "id") ?? textAt(block.before, "id") ?? made(block, subscriptionOf(block), idOf),
      );
    }
    return found.get(block);
  };
  return idOf;
}

function made(block: Block, subscription: string, idOf: IdOf): string | undefined {
  if (block.type === "azapi_resource") return azapiId(block, idOf, scopeOf(block, subscription));
  const name = textOf(block, "name", idOf);
  if (block.type === "azurerm_resource_group")
    return name === undefined ? undefined : scopeId({ subscription, resourceGroup: name });

  const addition = terraformAdditions.get(block.type);
  if (addition?.list !== undefined) {
    const target = textOf(block, addition.to, idOf);
    return target === undefined || name === undefined ? undefined : `${target}/${addition.list}/${name}`;
  }
  const type = terraformTypes.get(block.type);
  const ownName = type?.name === undefined ? name : textOf(block, type.name, idOf);
  if (!type || ownName === undefined) return undefined;
  if (type.parent === undefined) return idWithin(type, [ownName], scopeOf(block, subscription, idOf));

  const parent = textOf(block, type.parent, idOf);
  if (parent === undefined) return undefined;
  return parent.startsWith("/")
    ? `${parent}/${type.type.split("/").at(-1)}/${ownName}`
    : idWithin(type, [parent, ownName], scopeOf(block, subscription, idOf));
}

function idWithin(
  { type }: TerraformType,
  names: readonly string[],
  scope: { readonly subscription: string; readonly resourceGroup: string },
): string {
  const [provider = "", ...types] = type.split("/");
  return formatResourceId({ ...scope, provider, types, names });
}

function scopeOf(block: Block, subscription: string, idOf?: IdOf) {
  const resourceGroup = idOf && textOf(block, "resource_group_name", idOf);
  return { subscription, resourceGroup: resourceGroup ?? GROUP };
}

const GROUP = NOWHERE.slice(NOWHERE.lastIndexOf("/") + 1);

/** A text that is known, or that is the name or the id of something that is. */
function textOf(block: Block, argument: string, idOf: IdOf): string | undefined {
  const written = textAt(block.values, argument);
  if (written !== undefined) return written;
  const [one, ...more] = referredBlocks(
    jsonAt(block.expressions, argument),
    block.module,
    block.key,
    argument,
  );
  if (!one || more.length > 0) return undefined;
  return one.attribute === "id" || (one.attribute === "" && argument.endsWith("_id"))
    ? idOf(one.block)
    : textAt(one.block.values, one.attribute);
}

/** What the provider of a block is configured with, or else the one without an alias, or else what ids in the plan say. */
function subscriptions({ value, blocks }: Plan): (block: Block) => string {
  const configured = (key: string) => subscriptionOfProvider(value, key);
  const seen = () => blocks.map(({ values }) => seenIn(values["id"])).find((one) => one) ?? nowhere();
  const standard = configured("azurerm") ?? seen();
  const known = new Map<string, string>();
  return ({ provider = "azurerm" }) => {
    const found =
      known.get(provider) ?? configured(provider) ?? configured(withoutModule(provider)) ?? standard;
    known.set(provider, found);
    return found;
  };
}

function withoutModule(provider: string): string {
  return provider.slice(provider.lastIndexOf(":") + 1);
}

function subscriptionOfProvider(value: Json | undefined, key: string): string | undefined {
  const written = objectAt(value, "configuration", "provider_config", key, "expressions", "subscription_id");
  const reference = jsonAt(written, "references", 0);
  return (
    textAt(written, "constant_value") ??
    (typeof reference === "string" && reference.startsWith("var.")
      ? textAt(value, "variables", reference.slice(4), "value")
      : undefined)
  );
}

function seenIn(id: Json | undefined): string | undefined {
  return typeof id === "string" ? /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] : undefined;
}

function nowhere(): string {
  return seenIn(NOWHERE) ?? "";
}
