import { spellingOf } from "../../azure/resource-types.ts";
import { parseResourceId, type ResourceIdParts, resourceTypeOf } from "../../model/resource-id.ts";
import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import type { ResourceGroups } from "./resource-groups.ts";
import { insideQuotes, quoted } from "./text.ts";

/** What one resource says of others. */
export interface References {
  /** What stands for an id within the resource. */
  readonly to: (id: string) => string;
  /** The resources that were referred to by name so far: Terraform writes them first. */
  readonly named: ReadonlySet<WrittenResource>;
}

export function referencesOf(
  written: WrittenResource,
  templates: Templates,
  groups: ResourceGroups,
): References {
  const named = new Set<WrittenResource>();
  const to = (id: string): string => {
    const parts = parseResourceId(id);
    if (!parts) return quoted(id);

    const owner = templates.plan.ownerOf(id);
    if (!owner || !canBeNamed(owner, written, templates)) return idText(parts, groups);
    named.add(owner);
    const part = pathBelow(parts, owner.parts.types.length);
    const name = `${addressOf(owner, templates)}.id`;
    return part === "" ? name : `"\${${name}}${part}"`;
  };
  return { to, named };
}

/** `azapi_resource.hub`; with an index where it may be switched off. */
function addressOf(written: WrittenResource, templates: Templates): string {
  const isSwitched = templates.content.get(written)?.condition !== undefined;
  return `${plainAddress(written, templates)}${isSwitched ? "[0]" : ""}`;
}

export function plainAddress({ key }: WrittenResource, { symbols }: Templates): string {
  return `azapi_resource.${symbols.get(key) ?? ""}`;
}

/**
 * No resource can name itself, and of two that name each other only one can. What may be switched off has no id while
 * it is; only what the same switch turns off with it may ask for one.
 */
function canBeNamed(owner: WrittenResource, written: WrittenResource, { plan, content }: Templates): boolean {
  if (owner === written || !plan.dependencies.get(written)?.includes(owner)) return false;
  const condition = content.get(owner)?.condition;
  return condition === undefined || condition === content.get(written)?.condition;
}

function idText(parts: ResourceIdParts, groups: ResourceGroups): string {
  const group = groups.localOf(parts);
  const [provider = ""] = spelt(parts);
  const path = `/providers/${insideQuotes(provider)}${pathBelow(parts, 0)}`;
  return `"\${${group}}${path}"`;
}

/** Types and names from a depth on: `/subnets/GatewaySubnet`. */
function pathBelow(parts: ResourceIdParts, depth: number): string {
  const [, ...types] = spelt(parts);
  return parts.names
    .map((name, index) => `/${insideQuotes(types[index] ?? "")}/${insideQuotes(name)}`)
    .slice(depth)
    .join("");
}

/** Provider and types in Azure's spelling, whatever the estate's file had. */
function spelt(parts: ResourceIdParts): readonly string[] {
  return spellingOf(resourceTypeOf(parts)).split("/");
}
