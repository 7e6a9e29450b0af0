import { isList, type Value } from "../../../model/unknown.ts";
import { excerpt } from "../../../source/excerpt.ts";
import type { Arguments } from "../expression/arguments.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { textOfValue } from "../expression/text-of-value.ts";
import { base64Of, parseBase64, textOfUtf8, utf8Of } from "./bytes.ts";
import { format } from "./format.ts";
import { parseJsonText } from "./json-text.ts";
import { escapeUri, joinUri, unescapeUri } from "./uris.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const stringFunctions: readonly TemplateFunction[] = [
  plain("base64", 1, 1, (given) => base64Of(utf8Of(given.text(0)))),
  plain("base64ToString", 1, 1, (given) => fromBase64(given, given.text(0))),
  plain("base64ToJson", 1, 1, (given) => parseJsonText(fromBase64(given, given.text(0)), given.written)),
  plain(
    "dataUri",
    1,
    1,
    (given) => `data:text/plain;charset=utf8;base64,${base64Of(utf8Of(textOfValue(given.at(0))))}`,
  ),
  plain("dataUriToString", 1, 1, dataUriToString),
  plain("endsWith", 2, 2, (given) => given.text(0).toLowerCase().endsWith(given.text(1).toLowerCase())),
  plain("startsWith", 2, 2, (given) => given.text(0).toLowerCase().startsWith(given.text(1).toLowerCase())),
  plain("format", 1, undefined, format),
  plain("join", 2, 2, join),
  plain("padLeft", 2, 3, padLeft),
  plain("replace", 3, 3, replace),
  plain("split", 2, 2, split),
  plain("string", 1, 1, (given) => textOfValue(given.at(0))),
  plain("substring", 2, 3, substring),
  plain("toLower", 1, 1, (given) => given.text(0).toLowerCase()),
  plain("toUpper", 1, 1, (given) => given.text(0).toUpperCase()),
  plain("trim", 1, 1, (given) => given.text(0).trim()),
  plain("uri", 2, 2, (given) => joinUri(given.text(0), given.text(1))),
  plain("uriComponent", 1, 1, (given) => escapeUri(given.text(0))),
  plain("uriComponentToString", 1, 1, (given) => unescapeUri(given.text(0))),
  plain("fail", 1, 1, (given) => {
    throw new Refusal(`The template refuses: ${excerpt(given.text(0))}`);
  }),
];

function fromBase64(given: Arguments, text: string): string {
  const bytes = parseBase64(text);
  if (!bytes) throw new Refusal(`${given.written} takes base64, and '${excerpt(text)}' is none.`);
  return textOfUtf8(bytes);
}

function dataUriToString(given: Arguments): string {
  const [, parameters, data = ""] = /^data:([^,]*),(.*)$/is.exec(given.text(0)) ?? [];
  if (parameters === undefined) return given.refuse(0, "a data URI");
  return /;base64$/i.test(parameters) ? fromBase64(given, data) : unescapeUri(data);
}

function join(given: Arguments, { run }: Scope): Value {
  const texts = given.list(0).map(textOfValue);
  const delimiter = given.text(1);
  run.budget.takeText(texts.reduce((sum, text) => sum + text.length + delimiter.length, 0));
  return texts.join(delimiter);
}

function padLeft(given: Arguments, { run }: Scope): Value {
  const value = given.at(0);
  const text = typeof value === "number" ? String(value) : given.text(0);
  const padding = given.optionalText(2) ?? " ";
  if (padding.length !== 1) return given.refuse(2, "a single character");
  const width = Math.max(0, given.whole(1));
  run.budget.takeText(width);
  return text.padStart(width, padding);
}

function replace(given: Arguments, { run }: Scope): Value {
  const [text, old, written] = [given.text(0), given.text(1), given.text(2)];
  if (old === "") return given.refuse(1, "a text that is not empty");
  run.budget.takeText(text.length + occurrencesOf(old, text) * written.length);
  return text.split(old).join(written);
}

/** At one delimiter or at several. */
function split(given: Arguments, { run }: Scope): Value {
  const second = given.at(1);
  const delimiters = isList(second)
    ? second.map((one) => (typeof one === "string" ? one : given.refuse(1, "texts")))
    : [given.text(1)];
  let pieces: readonly string[] = [given.text(0)];
  for (const delimiter of delimiters) {
    if (delimiter === "") continue;
    const counts = pieces.map((piece) => occurrencesOf(delimiter, piece) + 1);
    run.budget.takeItems(counts.reduce((sum, count) => sum + count, 0));
    pieces = pieces.flatMap((piece) => piece.split(delimiter));
  }
  return pieces;
}

function occurrencesOf(wanted: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) count++;
  return count;
}

function substring(given: Arguments): Value {
  const text = given.text(0);
  const start = given.whole(1);
  const length = given.count > 2 && given.at(2) !== null ? given.whole(2) : text.length - start;
  if (start < 0 || length < 0 || start + length > text.length) {
    throw new Refusal(
      `substring asks for ${length} characters from ${start} on, and '${excerpt(text)}' has ${text.length}.`,
    );
  }
  return text.slice(start, start + length);
}
