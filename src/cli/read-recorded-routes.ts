import type { EffectiveRoute } from "../model/effective-route.ts";
import { isList, isObject, type Json, type JsonObject } from "../source/index.ts";
import { readFileIfThere } from "./read-file.ts";
import { UserError } from "./user-error.ts";

const HINT =
  "Write it with: az network nic show-effective-route-table --name NIC --resource-group GROUP -o json";

/** What Azure printed of an interface: `{ value: [...] }`, or the list alone. One row a prefix. */
export function readRecordedRoutes(path: string): readonly EffectiveRoute[] {
  const document = readFileIfThere(path);
  if (!document) throw new UserError(`${path} is not there.`, HINT);

  const { value, problems } = document;
  const list = isObject(value) ? valueOf(value, "value") : value;
  if (problems.length > 0 || !isList(list)) throw notRecorded(path, "it holds no list of routes");
  return list.flatMap((row, index) => readRow(row, index, path));
}

function readRow(row: Json, index: number, path: string): readonly EffectiveRoute[] {
  if (!isObject(row)) throw notRecorded(path, `row ${index + 1} is no route`);

  const prefixes = textsOf(valueOf(row, "addressPrefix"));
  const nextHopType = valueOf(row, "nextHopType");
  const source = valueOf(row, "source");
  if (prefixes.length === 0 || typeof nextHopType !== "string" || typeof source !== "string")
    throw notRecorded(path, `row ${index + 1} has no addressPrefix, nextHopType or source`);

  const name = valueOf(row, "name");
  return prefixes.map((addressPrefix) => ({
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    source,
    state: valueOf(row, "state") === "Invalid" ? "Invalid" : "Active",
    addressPrefix,
    nextHopType,
    nextHopIpAddress: textsOf(valueOf(row, "nextHopIpAddress")),
  }));
}

/** Tools spell ARM's names in either case. */
function valueOf(row: JsonObject, name: string): Json | undefined {
  const key = Object.keys(row).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : row[key];
}

function textsOf(value: Json | undefined): readonly string[] {
  const texts = isList(value) ? value : [value];
  return texts.flatMap((text) => (typeof text === "string" && text !== "" ? [text] : []));
}

function notRecorded(path: string, because: string): UserError {
  return new UserError(`${path} is no table of effective routes: ${because}.`, HINT);
}
