import type { Json, JsonObject } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";
import { findKey } from "../arm-template/expression/member-of.ts";

/** An object of an export, and where it stands in the file. */
export interface ExportEntry {
  readonly value: JsonObject;
  readonly path: Path;
}

/**
 * One object, a list of them (`az … list`), a page of the REST API (`{ value }`) or of Resource Graph (`{ data }`);
 * `undefined` where the file is nothing of these.
 */
export function azureExportEntries(value: Json | undefined): readonly ExportEntry[] | undefined {
  if (isList(value)) return entriesOf(value, []);
  if (!isObject(value)) return undefined;
  if (idOf(value) !== undefined) return [{ value, path: [] }];
  for (const key of ["value", "data"]) {
    const page = value[key];
    if (isList(page)) return entriesOf(page, [key]);
  }
  return undefined;
}

/** Pages of several calls may be lists within a list. */
function entriesOf(list: readonly Json[], path: Path): readonly ExportEntry[] | undefined {
  const entries = list.flatMap((one, index): readonly ExportEntry[] => {
    const at = [...path, index];
    if (isList(one)) return entriesOf(one, at) ?? [];
    return isObject(one) && idOf(one) !== undefined ? [{ value: one, path: at }] : [];
  });
  return entries.length > 0 || list.length === 0 ? entries : undefined;
}

/** PowerShell says `ResourceId`, and `Id` too. */
export function idOf(value: JsonObject): string | undefined {
  for (const name of ["id", "resourceId"]) {
    const key = findKey(value, name);
    const id = key === undefined ? undefined : value[key];
    if (typeof id === "string" && /^\/subscriptions\//i.test(id)) return id;
  }
  return undefined;
}
