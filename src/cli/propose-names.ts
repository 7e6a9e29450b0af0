import { isObject } from "../source/index.ts";
import { DEFAULT_INPUT } from "./default-input.ts";
import { readFileIfThere } from "./read-file.ts";

/** The names that stand in the intent of this folder, for completion: it reads them as they are, and judges nothing. */
export function proposeNames(): readonly string[] {
  return proposeNamesIn(["virtualNetworks", "sites", "p2sUsers"]);
}

export function proposeNamesIn(sections: readonly string[]): readonly string[] {
  const value = readFileIfThere(DEFAULT_INPUT)?.value;
  if (!isObject(value)) return [];
  return sections.flatMap((section) => {
    const entries = value[section];
    return isObject(entries) ? Object.keys(entries) : [];
  });
}
