import { spellingOf } from "../../azure/resource-types.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Part, Resource, ResourceId } from "../../model/resource.ts";
import { keyOf, parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { isList, isObject, isUnknown, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Document } from "../../source/document.ts";
import { absentFrom } from "../absent-from.ts";
import { flattenResource, type Nameless } from "../estate/flatten-resource.ts";
import { withoutForeignProperties } from "../of-networks.ts";
import { passedOverFindings } from "../passed-over.ts";
import { hideSecrets } from "../secrets/hide-secrets.ts";
import { withReferences } from "./azapi-references.ts";
import { azapiBody, azapiType } from "./azapi-resource.ts";
import { terraformAdditions, terraformData, terraformTypes } from "./azurerm/index.ts";
import { blockIds, type IdOf } from "./block-ids.ts";
import { type Arguments, argument, type Built, objectOf, originAt, reference } from "./built.ts";
import { type Block, openPlan } from "./plan.ts";
import type { TerraformAddition, TerraformType } from "./terraform-type.ts";

interface PlanRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan, as the networks will be once it is applied, or a state, as `terraform show -json` prints them. */
export function readTerraformPlan(document: Document): PlanRead {
  const plan = openPlan(document);
  const idOf = blockIds(plan);
  const diagnostics: Diagnostic[] = [];
  const resources = new Map<ResourceId, Resource>();
  const passedOver = new Map<string, number>();
  const additions: (readonly [Block, TerraformAddition])[] = [];

  for (const block of plan.blocks.filter(({ isData }) => !isData)) {
    const type = terraformTypes.get(block.type);
    const addition = terraformAdditions.get(block.type);
    if (addition) additions.push([block, addition]);
    else if (type || block.type === "azapi_resource") {
      const whole = resourceOf(block, type, plan.file, idOf);
      if (!whole) diagnostics.push(unknownResource(block, plan.file));
      else if (!parseResourceId(whole.id)) count(passedOver, whole.type);
      else
        for (const one of flattenResource(withoutForeignProperties(whole), (child) =>
          diagnostics.push(nameless(child)),
        ))
          resources.set(keyOf(one.id), merged(resources.get(keyOf(one.id)), one));
    } else if (block.type !== "azurerm_resource_group") count(passedOver, block.type);
  }
  for (const block of plan.blocks.filter(({ isData }) => isData)) {
    const type = terraformData.get(block.type);
    const whole = type && resourceOf(block, type, plan.file, idOf);
    if (!whole || !parseResourceId(whole.id)) continue;
    const { existing, key } = { existing: true as const, key: keyOf(whole.id) };
    if (!resources.has(key)) resources.set(key, { ...whole, existing });
  }
  for (const [block, addition] of additions) {
    const added = add(argumentsOf(block, plan.file, idOf), addition, resources);
    if (!added) diagnostics.push(unknownResource(block, plan.file));
  }
  const types = [...passedOver].map(([type, count]) => ({ type, count }));
  const ofAzure = types.filter(({ type }) => /^az(?:urerm|api)_|\//.test(type));
  return {
    estate: {
      ...emptyEstate,
      resources,
      coverage: { complete: [], absent: absentFrom(resources), passedOver: types },
    },
    diagnostics: [
      ...diagnostics,
      ...passedOverFindings(ofAzure, "terraform-plan/unsupported-type", plan.file),
    ],
  };
}

function count(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}

function argumentsOf(block: Block, file: string, idOf: IdOf): Arguments {
  const { values, path, sensitive, unknown, expressions } = block;
  return { block, file, values, path, sensitive, unknown, expressions, idOf };
}

function resourceOf(
  block: Block,
  type: TerraformType | undefined,
  file: string,
  idOf: IdOf,
): Resource | undefined {
  const id = idOf(block);
  if (id === undefined) return undefined;

  const given = argumentsOf(block, file, idOf);
  const origin = originAt(given);
  const written = type
    ? { properties: type.properties(given), envelope: type.envelope?.(given), type: type.type }
    : { ...azapiParts(block, file, idOf), type: azapiType(block) };
  const envelope = objectOf(written.envelope);
  const region = argument("location")(given)?.value;
  const location =
    typeof region === "string"
      ? region.replaceAll(" ", "").toLowerCase()
      : isUnknown(region)
        ? region
        : undefined;
  return hideSecrets({
    id,
    type: written.type,
    name: id.split("/").at(-1) ?? "",
    ...(location === undefined ? {} : { location }),
    properties: objectOf(written.properties),
    ...(Object.keys(envelope).length > 0 ? { envelope } : {}),
    origin,
    parts: [
      ...below("properties", written.properties),
      ...(written.envelope?.parts ?? []),
      { at: [], origin },
    ].toSorted((a, b) => b.at.length - a.at.length),
  });
}

function below(key: string, built: Built | undefined): readonly Part[] {
  return (built?.parts ?? []).map(({ at, origin }) => ({ at: [key, ...at], origin }));
}

function azapiParts(
  block: Block,
  file: string,
  idOf: IdOf,
): { readonly properties: Built; readonly envelope: Built } {
  const { properties, ...envelope } = withReferences(azapiBody(block, file) ?? {}, block, idOf);
  const path = [...block.path, "body"];
  // In a text there are no places.
  const isText = typeof block.values["body"] === "string";
  const at = (value: ValueObject, rest: readonly string[]): Built => ({
    value,
    parts: [{ at: [], origin: { file, path: isText ? path : [...path, ...rest] } }],
  });
  return {
    properties: at(isObject(properties) ? properties : {}, ["properties"]),
    envelope: { ...at(envelope, []), parts: [] },
  };
}

/** A network that lists its subnets, which are also resources of their own: what has an entry of its own counts. */
function merged(first: Resource | undefined, second: Resource): Resource {
  if (!first) return second;
  return { ...second, properties: { ...first.properties, ...second.properties } };
}

/** `undefined` where nobody knows what it adds to. */
function add(
  given: Arguments,
  { to, adds, list, inEach }: TerraformAddition,
  resources: Map<ResourceId, Resource>,
): Resource | undefined {
  const target = objectOf(reference(to)(given))["id"];
  if (typeof target !== "string" || !parseResourceId(target)) return undefined;

  const key = keyOf(target);
  const before = resources.get(key) ?? placeholder(target, given);
  const built = adds(given);
  const after =
    list === undefined
      ? { ...before.properties, ...objectOf(built) }
      : inEach === undefined
        ? withEntry(before, list, built, target)
        : withEntryInEach(before, inEach, list, built);
  const resource = hideSecrets({
    ...before,
    properties: after,
    ...(list === undefined
      ? { parts: [...below("properties", partsOfMembers(built)), ...(before.parts ?? [])] }
      : {}),
  });
  resources.set(key, resource);
  return resource;
}

function partsOfMembers(built: Built | undefined): Built | undefined {
  return built && { ...built, parts: built.parts.filter(({ at }) => at.length > 0) };
}

function withEntry(
  { properties }: Resource,
  list: string,
  built: Built | undefined,
  target: string,
): ValueObject {
  const before = properties[list];
  const entry = objectOf(built);
  const id: Value =
    typeof entry["name"] === "string" ? `${target}/${list}/${entry["name"]}` : (entry["id"] ?? null);
  return { ...properties, [list]: [...(isList(before) ? before : []), { ...entry, id }] };
}

function withEntryInEach({ properties }: Resource, each: string, list: string, built: Built | undefined) {
  const entries = properties[each];
  if (!isList(entries)) return properties;
  return {
    ...properties,
    [each]: entries.map((entry) => {
      const inside = isObject(entry) ? objectOf({ value: entry["properties"] ?? {}, parts: [] }) : {};
      const before = inside[list];
      const after = [...(isList(before) ? before : []), objectOf(built)];
      return isObject(entry) ? { ...entry, properties: { ...inside, [list]: after } } : entry;
    }),
  };
}

/** It is no part of this plan: what else is said of it, nobody knows here. */
function placeholder(id: string, given: Arguments): Resource {
  const parts = parseResourceId(id);
  return {
    id,
    type: spellingOf(parts ? resourceTypeOf(parts) : ""),
    name: parts?.names.at(-1) ?? "",
    properties: {},
    existing: true,
    origin: originAt(given),
    parts: [{ at: [], origin: originAt(given) }],
  };
}

function unknownResource(block: Block, file: string): Diagnostic {
  return {
    rule: "terraform-plan/unknown-resource",
    severity: "warning",
    message: `${block.address} is left out: what it is called, or belongs to, is known after apply.`,
    origin: { file, path: block.path },
    hint: "Give its name and its parent's as texts, or read the state once it was applied.",
  };
}

function nameless({ property, type, origin }: Nameless): Diagnostic {
  return {
    rule: "terraform-plan/unknown-resource",
    severity: "warning",
    message: `An entry of ${property} is left out: the name of this ${type} is known after apply.`,
    origin,
    hint: "Give its name as a text, or read the state once it was applied.",
  };
}
