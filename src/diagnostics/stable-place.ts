import type { Document, Json } from "../source/document.ts";
import { isList, isObject } from "../source/json-kind.ts";
import type { Origin } from "../source/origin.ts";

/**
 * The keys of a path, where members of lists are called by what names them and not by their number: the same place
 * when lines move and lists are sorted anew. `undefined` where the file was not read.
 */
export function stablePlace(
  { file, path }: Origin,
  documents: ReadonlyMap<string, Document>,
): readonly string[] | undefined {
  const document = documents.get(file);
  if (!document) return undefined;

  let value: Json | undefined = document.value;
  return path.map((step) => {
    if (isList(value)) {
      value = typeof step === "number" ? value[step] : undefined;
      return nameOf(value);
    }
    value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    return String(step);
  });
}

/** Members without a name are told apart by how many of them have the finding. */
function nameOf(member: Json | undefined): string {
  if (!isObject(member)) return "*";
  const { id, address, type, name } = member;
  if (typeof id === "string" && id !== "") return id;
  if (typeof address === "string" && address !== "") return address;
  if (typeof name !== "string") return "*";
  return typeof type === "string" ? `${type} ${name}` : name;
}
