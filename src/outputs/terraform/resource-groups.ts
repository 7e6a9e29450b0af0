import { parseResourceId } from "../../model/resource-id.ts";
import { namePool } from "../deployment/name-pool.ts";
import { referredIds } from "../deployment/referred-ids.ts";
import { hasKnownResourceGroup, hasKnownSubscription, type Scope, scopeKey } from "../deployment/scope.ts";
import { camelCase } from "../deployment/words.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { argumentLines, block } from "./layout.ts";
import { insideQuotes, quoted } from "./text.ts";

/** The resource groups that are written to or referred to, each a local value that holds its id. */
export interface ResourceGroups {
  localOf(scope: Scope): string;
  /** The blocks that the ids are made from; none of them where there is no group. */
  readonly blocks: readonly string[];
}

/** The variable for the group that a deployment would be made to. No parameter of ours has such a name: they have no `_`. */
const GROUP_NAME = "resource_group_name";

const CLIENT = "data.azapi_client_config.current";

export function resourceGroups(resources: readonly WrittenResource[]): ResourceGroups {
  const scopes = new Map(
    resources
      .flatMap((written) => [
        written.scope,
        ...referredIds(written)
          .map(parseResourceId)
          .filter((id) => id !== undefined),
      ])
      .map((scope) => [scopeKey(scope), scope]),
  );
  const pool = namePool();
  const names = new Map([...scopes].map(([key, scope]) => [key, pool.take(nameFor(scope))]));
  const all = [...scopes.values()];
  return {
    localOf: (scope) => `local.${names.get(scopeKey(scope)) ?? ""}`,
    blocks: [
      ...(all.every(hasKnownResourceGroup) ? [] : [groupVariable()]),
      ...(all.every(hasKnownSubscription) ? [] : ['data "azapi_client_config" "current" {}']),
      ...(all.length === 0
        ? []
        : [
            block(
              "locals",
              argumentLines([...scopes].map(([key, scope]) => [names.get(key) ?? "", idText(scope)])),
            ),
          ]),
    ],
  };
}

function nameFor(scope: Scope): string {
  const name = hasKnownResourceGroup(scope) ? camelCase(scope.resourceGroup) : "resourceGroup";
  return /^[a-z]/.test(name) ? name : `group${name}`;
}

function idText(scope: Scope): string {
  const subscription = hasKnownSubscription(scope)
    ? insideQuotes(scope.subscription)
    : `\${${CLIENT}.subscription_id}`;
  const group = hasKnownResourceGroup(scope) ? insideQuotes(scope.resourceGroup) : `\${var.${GROUP_NAME}}`;
  return `"/subscriptions/${subscription}/resourceGroups/${group}"`;
}

function groupVariable(): string {
  return block(
    `variable ${quoted(GROUP_NAME)}`,
    argumentLines([
      ["type", "string"],
      ["description", quoted("The resource group that everything goes to; it must exist.")],
    ]),
  );
}
