import type { TemplateGiven } from "./readers/arm-template/read-arm-template.ts";
import {
  readArmTemplate as readTemplate,
  type TemplateRead,
} from "./readers/arm-template/read-arm-template.ts";
import { readEstate as read } from "./readers/estate/read-estate.ts";
import { withoutSecrets } from "./readers/secrets/without-secrets.ts";
import type { Document } from "./source/document.ts";

/** For programs: what is in a file, and no key of it. `check` judges keys before they are taken out. */

export function readEstate(document: Document): ReturnType<typeof read> {
  const { estate, diagnostics } = read(document);
  return { estate: withoutSecrets(estate), diagnostics };
}

export function readArmTemplate(document: Document, given?: TemplateGiven): TemplateRead {
  const found = readTemplate(document, given);
  return { ...found, estate: withoutSecrets(found.estate) };
}
