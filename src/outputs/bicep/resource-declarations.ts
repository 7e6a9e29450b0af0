import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import type { Place } from "./expression.ts";
import { resourceDeclaration } from "./resource-declaration.ts";
import { symbolsInFile } from "./symbols-in-file.ts";

/** What is only referred to comes first. */
export function resourceDeclarations(
  resources: readonly WrittenResource[],
  place: Place,
  templates: Templates,
): readonly string[] {
  const symbols = symbolsInFile(place, templates);
  const written = resources.map((resource) => resourceDeclaration(resource, symbols, templates));
  return [...symbols.existing(), ...written];
}
