import { spellingOf } from "../../azure/resource-types.ts";
import { resourceTypeOf } from "../../model/resource-id.ts";
import type { NestedDeployment } from "./deployment-plan.ts";
import { namePool } from "./name-pool.ts";
import { hasKnownResourceGroup, type Scope, scopeKey } from "./scope.ts";
import { fitForFile, kebabCase } from "./words.ts";
import type { WrittenResource } from "./written-resource.ts";

/** Leaves room, within what Azure allows, for the design's name before it and a number behind. */
const LONGEST = 40;

/** The first deployment to a resource group bears its name; the others also say what they write, and then a number. */
export function deploymentNames(parts: readonly (readonly WrittenResource[])[]): readonly NestedDeployment[] {
  const pool = namePool([], "-");
  const seen = new Set<string>();
  return parts.flatMap((resources) => {
    const [first] = resources;
    if (!first) return [];

    const { scope } = first;
    const group = nameOfGroup(scope);
    const name = seen.has(scopeKey(scope)) ? `${group}-${whatIsIn(resources)}` : group;
    seen.add(scopeKey(scope));
    return [{ name: pool.take(name.slice(0, LONGEST)), scope, resources }];
  });
}

function nameOfGroup(scope: Scope): string {
  return hasKnownResourceGroup(scope) ? fitForFile(scope.resourceGroup) || "group" : "main-group";
}

/** The type, where there is only one, without the noun that most types begin with: `peerings`. */
function whatIsIn(resources: readonly WrittenResource[]): string {
  const [type = "", ...others] = new Set(resources.map(({ parts }) => spellingOf(resourceTypeOf(parts))));
  return others.length === 0
    ? kebabCase(type.slice(type.lastIndexOf("/") + 1)).replace(/^virtual-network-/, "")
    : "part";
}
