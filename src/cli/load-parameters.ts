import type { Document, Json } from "../source/index.ts";
import { readFile, readFileIfThere } from "./read-file.ts";
import { UserError } from "./user-error.ts";

interface NamedParameters {
  readonly files: readonly { readonly file: string; readonly document: Document }[];
  readonly values: Readonly<Record<string, Json>>;
}

const VALUE = /^([A-Za-z_]\w*)=(.*)$/s;

export function isParameterValue(text: string): boolean {
  return VALUE.test(text);
}

/** `--parameters`: values as `name=value`, all else the names of files, with or without an `@` as `az` has it. */
export function loadParameters(given: readonly string[]): NamedParameters {
  const files: string[] = [];
  const values = new Map<string, Json>();
  for (const one of given) {
    const [, name, written] = VALUE.exec(one) ?? [];
    if (name === undefined || written === undefined) files.push(one.replace(/^@/, ""));
    else values.set(name, valueOf(written));
  }
  return {
    files: files.map((file) => ({ file, document: readParameterFile(file) })),
    values: Object.fromEntries(values),
  };
}

/** What is no name of a file may be a value that somebody has misspelt, and so a secret. */
function readParameterFile(file: string): Document {
  const document = /\.jsonc?$/i.test(file) ? readFile(file) : readFileIfThere(file);
  if (document) return document;
  throw new UserError(
    "A --parameters is neither name=value nor the name of a file that is there; it may hold a secret, so it is not shown.",
    "Write --parameters name=value, where the name has letters, digits and underscores; or name a parameter file.",
  );
}

/** Arrays and objects are JSON; of a text the declaration says what it is. */
function valueOf(written: string): Json {
  if (!/^\s*[[{]/.test(written)) return written;
  try {
    const value: Json = JSON.parse(written);
    return value;
  } catch {
    return written;
  }
}
