import type { Json, JsonObject } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";
import { findKey } from "../arm-template/expression/member-of.ts";

/** An object of an export, and where it stands in the file. */
export interface ExportEntry {
  readonly value: JsonObject;
  readonly path: Path;
  /** Of a row of a table, where each of its members stands. */
  readonly columns?: ReadonlyMap<string, number>;
}

/**
 * One object, a list of them (`az … list`), a page of the REST API (`{ value }`) or of Resource Graph (`{ data }`, whose
 * rows may be a table); `undefined` where the file is nothing of these.
 */
export function azureExportEntries(value: Json | undefined): readonly ExportEntry[] | undefined {
  if (isList(value)) return entriesOf(value, []);
  if (!isObject(value)) return undefined;
  if (idOf(value) !== undefined) return [{ value, path: [] }];
  for (const key of ["value", "data"]) {
    const page = value[key];
    if (isList(page)) return entriesOf(page, [key]);
    if (isObject(page)) return rowsOf(page, [key]);
  }
  return undefined;
}

/** What else there is that the file does not hold: the key that says so. */
export function moreThanEntries(value: Json | undefined): Path | undefined {
  if (!isObject(value)) return undefined;
  const key = ["nextLink", "@odata.nextLink", "skip_token", "skipToken", "$skipToken"].find(
    (name) => typeof value[name] === "string" && value[name] !== "",
  );
  return key === undefined ? undefined : [key];
}

/** https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data#formatting-results */
function rowsOf(table: JsonObject, path: Path): readonly ExportEntry[] | undefined {
  const { columns, rows } = table;
  if (!isList(columns) || !isList(rows)) return undefined;
  const names = columns.map((column) => (isObject(column) ? column["name"] : undefined));
  const entries = rows.flatMap((row, index): readonly ExportEntry[] => {
    if (!isList(row)) return [];
    const cells = names.flatMap((name, at) => (typeof name === "string" ? [[name, at] as const] : []));
    const value = Object.fromEntries(cells.map(([name, at]) => [name, row[at] ?? null]));
    return idOf(value) === undefined
      ? []
      : [{ value, path: [...path, "rows", index], columns: new Map(cells) }];
  });
  return entries.length > 0 || rows.length === 0 ? entries : undefined;
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
