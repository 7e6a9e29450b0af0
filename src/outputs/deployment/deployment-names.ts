import { spellingOf } from "../../azure/resource-types.ts";
import { resourceTypeOf } from "../../model/resource-id.ts";
import type { NestedDeployment } from "./deployment-plan.ts";
import { hasKnownResourceGroup, scopeKey, type Scope } from "./scope.ts";
import type { WrittenResource } from "./written-resource.ts";
import { namePool } from "./name-pool.ts";
import { kebabCase } from "./words.ts";

/** Leaves room, within what Azure allows, for the design's name before it and a number behind. */
const LONGEST = 40;

/** The first deployment to a resource group bears its name; the others also say what they write, and then a number. */
export function deploymentNames(parts: readonly (readonly WrittenResource[])[]): readonly NestedDeployment[] {
  const pool = namePool();
  const seen = new Set<string>();
  return parts.flatMap((resources) => {
    const [first] = resources;
    if (!first) return [];

    const { scope } = first;
    const group = nameOfGroup(scope);
    const what = whatIsIn(resources);
    const isFirst = !seen.has(scopeKey(scope));
    seen.add(scopeKey(scope));
    const name = isFirst ? pool.take(cut(group)) : pool.take(cut(`${group}-${what}`), `${cut(`${group}-${what}`)}-`);
    return [{ name, scope, resources }];
  });
}

function nameOfGroup(scope: Scope): string {
  return hasKnownResourceGroup(scope) ? fitForFile(scope.resourceGroup) || "group" : "main-group";
}

/** The type, where there is only one: `virtual-network-peerings`. */
function whatIsIn(resources: readonly WrittenResource[]): string {
  const [type = "", ...others] = new Set(resources.map(({ parts }) => spellingOf(resourceTypeOf(parts))));
  return others.length === 0 ? kebabCase(type.slice(type.lastIndexOf("/") + 1)) : "part";
}

function fitForFile(text: string): string {
  return text.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^-+|-+$/g, "");
}

function cut(name: string): string {
  return name.slice(0, LONGEST);
}
