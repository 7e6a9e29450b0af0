import { spellingOf } from "../../azure/resource-types.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf, parentIdOf, parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { apiVersionOf } from "../deployment/api-version.ts";
import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { type Place, resourceIdExpression, scopeExpression } from "./expression.ts";
import { objectText } from "./layout.ts";
import { quoted } from "./text.ts";

/** The names that a file uses. Those of resources that it does not write it declares as `existing`. */
export interface SymbolsInFile {
  /** The name of a resource, declared if need be; `undefined` where Bicep has no type for it. */
  symbolFor(id: string): string | undefined;
  /** What stands for the id within `written`. */
  referenceFrom(written: WrittenResource, id: string): string;
  /** In the order in which they came to be needed, parents first. */
  existing(): readonly string[];
}

export function symbolsInFile(place: Place, templates: Templates): SymbolsInFile {
  const { plan, symbols } = templates;
  const declarations = new Map<ResourceId, string>();
  const isHere = (owner: WrittenResource | undefined) =>
    owner !== undefined && plan.placeOf(owner) === place.deployment;

  const symbolFor = (id: string): string | undefined => {
    const key = keyOf(id);
    const symbol = symbols.get(key);
    const owner = plan.ownerOf(id);
    const isDeclared = declarations.has(key) || (isHere(owner) && owner?.key === key);
    if (symbol === undefined || isDeclared) return symbol;

    const declaration = existingDeclaration(id, symbol, place, symbolFor);
    if (declaration === undefined) return undefined;
    declarations.set(key, declaration);
    return symbol;
  };

  const referenceFrom = (written: WrittenResource, id: string): string => {
    const owner = plan.ownerOf(id);
    // No resource can name itself, and of two that name each other only one can do it by symbol.
    const isCircular = owner && isHere(owner) && !plan.dependencies.get(written)?.includes(owner);
    const symbol = isCircular ? undefined : symbolFor(id);
    return symbol === undefined ? resourceIdExpression(id, place) : `${symbol}.id`;
  };
  return { symbolFor, referenceFrom, existing: () => [...declarations.values()] };
}

function existingDeclaration(
  id: string,
  symbol: string,
  place: Place,
  symbolFor: (id: string) => string | undefined,
): string | undefined {
  const parts = parseResourceId(id);
  const type = parts && spellingOf(resourceTypeOf(parts));
  const apiVersion = type === undefined ? undefined : apiVersionOf(type);
  if (!parts || apiVersion === undefined) return undefined;

  const parentId = parentIdOf(id);
  const parent = parentId === undefined ? undefined : symbolFor(parentId);
  if (parentId !== undefined && parent === undefined) return undefined;

  const scope = parent === undefined ? scopeExpression(parts, place) : undefined;
  const body = objectText([
    ...(parent === undefined ? [] : [["parent", parent] as const]),
    ["name", quoted(parts.names.at(-1) ?? "")],
    ...(scope === undefined ? [] : [["scope", scope] as const]),
  ]);
  return `resource ${symbol} ${quoted(`${type}@${apiVersion}`)} existing = ${body}`;
}
