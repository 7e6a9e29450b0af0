import { dirname, join } from "node:path";
import {
  type Checked,
  type CheckGiven,
  check,
  checkEstate,
  type NetworkRead,
  readNetwork,
} from "../check.ts";
import { readTemplateDocument } from "../readers/arm-template/template-document.ts";
import type { Document } from "../source/index.ts";
import type { Loaded } from "./load-input.ts";

/** Templates link to templates that link to templates; each round reads what the one before it asked for. */
const MOST_ROUNDS = 20;

/** Checks what was loaded: an intent, or one estate of however many files. */
export function checkLoaded(loaded: readonly Loaded[], given: CheckGiven): Checked {
  const [first] = loaded;
  if (first?.format === "intent") {
    const { document, lock } = first;
    return check(document, { ...given, ...(lock ? { lock } : {}), from: "intent" });
  }
  return checkEstate(
    loaded.map((one) => readLoaded(one, given)),
    given,
  );
}

/** Reads what was loaded, and loads what it links to, as long as that lies in its folder. */
function readLoaded(loaded: Loaded, given: CheckGiven): NetworkRead {
  const { document, format, parameterFiles, parameters, location, path, source, shown } = loaded;
  const linkedFiles = new Map<string, Document>();
  const again = (): NetworkRead =>
    readNetwork(document, format === "intent" ? undefined : format, {
      ...given.template,
      parameterFiles,
      parameters,
      linkedFiles,
      ...(location === undefined ? {} : { location }),
    });

  let read = again();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = read.missingFiles
      .filter((file) => !linkedFiles.has(file))
      .flatMap((file) => {
        const at = join(dirname(path), ...file.split("/"));
        const linked = source.readIfThere(at);
        return linked ? [{ file, at, linked: readTemplateDocument(file, linked.text) }] : [];
      });
    if (found.length === 0) break;
    for (const { file, at, linked } of found) {
      linkedFiles.set(file, linked);
      shown.set(file, { document: linked, path: source.nameOf(at) });
    }
    read = again();
  }
  return read;
}
