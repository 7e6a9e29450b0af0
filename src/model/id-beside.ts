import { parseResourceId, scopeId } from "./resource-id.ts";

/** The id of a resource of this type and name in the resource group of another. */
export function idBeside(id: string, type: string, name: string): string {
  const parts = parseResourceId(id);
  if (!parts) throw new Error(`${id} is in no resource group`);
  return `${scopeId(parts)}/providers/${type}/${name}`;
}
