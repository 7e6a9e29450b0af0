import { readTemplateDocument } from "../../readers/arm-template/template-document.ts";
import { isSecretName } from "../../readers/secrets/secret-properties.ts";
import { isList, isObject, type Json } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";

const MASK = '"(secret)"';

/** The text of a file as others may read it: line by line the same, and `"(secret)"` for each secret. */
export function withoutSecrets(file: string, text: string): string {
  const document = readTemplateDocument(file, text);
  const spans = [...secretsIn(document.value ?? null, [], false)]
    .map((path) => document.spanOf(path))
    .sort((a, b) => b.start.offset - a.start.offset);
  let shown = text;
  for (const { start, end } of spans) {
    const lines = shown.slice(start.offset, end.offset).split("\n").length - 1;
    shown = `${shown.slice(0, start.offset)}${MASK}${"\n".repeat(lines)}${shown.slice(end.offset)}`;
  }
  return shown;
}

/** What only says where a secret is taken from. */
const REFERENCE = /^\[\s*(parameters|variables)\('\w+'\)\s*\]$/i;

function* secretsIn(value: Json, path: Path, isSecret: boolean): Iterable<Path> {
  if (isList(value)) {
    for (const [index, item] of value.entries()) yield* secretsIn(item, [...path, index], isSecret);
  } else if (isObject(value)) {
    const { type } = value;
    const isDeclared = isSecret || (typeof type === "string" && /^secure(string|object)$/i.test(type));
    for (const [key, inner] of Object.entries(value))
      yield* secretsIn(inner, [...path, key], isSecretName(key) || (isDeclared && GIVEN.has(key)));
  } else if (isSecret && value !== null && value !== "" && !REFERENCE.test(String(value))) yield path;
}

/** Of a parameter that is a secret these are. */
const GIVEN = new Set(["value", "defaultValue", "allowedValues"]);
