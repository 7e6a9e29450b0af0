import type { TemplateGiven } from "./readers/arm-template/read-arm-template.ts";
import {
  readArmTemplate as readTemplate,
  type TemplateRead,
} from "./readers/arm-template/read-arm-template.ts";
import { readEstate as read } from "./readers/estate/read-estate.ts";
import { withSameSecrets } from "./readers/secrets/with-same-secrets.ts";
import type { Document } from "./source/document.ts";

/** For programs: what is in a file, no key of it, and which of its keys are equal. */

export function readEstate(document: Document): ReturnType<typeof read> {
  const { estate, diagnostics } = read(document);
  return { estate: withSameSecrets(estate), diagnostics };
}

export function readArmTemplate(document: Document, given?: TemplateGiven): TemplateRead {
  const found = readTemplate(document, given);
  return { ...found, estate: withSameSecrets(found.estate) };
}
