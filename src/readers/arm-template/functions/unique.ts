import { guidNamespace } from "../../../azure/template-functions.ts";
import type { Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { anyUnknown } from "../expression/open-objects.ts";
import { originOfPlace } from "../expression/place.ts";
import type { Scope } from "../expression/scope.ts";
import { exactStandInOf } from "../expression/stand-in-names.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { textOfValue } from "../expression/text-of-value.ts";
import { utf8Of } from "./bytes.ts";
import { sha1 } from "./sha1.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const uniqueFunctions: readonly TemplateFunction[] = [
  plain("uniqueString", 1, undefined, uniqueString, "none"),
  plain("guid", 1, undefined, (given, scope) => guid(hashable(given.values.map(textOfValue), scope))),
  plain("newGuid", 0, 0, newGuid),
];

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 13;

/**
 * Azure does not publish its hash. This one has its form: 13 letters and digits, the same for the same arguments. An
 * argument that is not known counts by its stand-in, or by why it is not known: the names of modules hold the hash of a region that only Azure
 * knows, and are no less names for that.
 */
function uniqueString(given: Arguments, scope: Scope): string {
  const { run, place } = scope;
  run.standIn("uniqueString", originOfPlace(place));
  const seeds = hashable(given.values.map(seedOf), scope);
  const bytes = sha1(utf8Of(seeds.join("-")));
  return bytes
    .slice(0, LENGTH)
    .map((byte) => LETTERS.charAt(byte & 31))
    .join("");
}

/** Hashing takes its time. */
function hashable(texts: readonly string[], { run: { budget } }: Scope): readonly string[] {
  budget.takeHash(texts.reduce((sum, text) => sum + text.length, 0));
  return texts;
}

function seedOf(value: Value): string {
  const unknown = anyUnknown(value);
  return unknown ? (exactStandInOf(unknown) ?? unknown.because) : textOfValue(value);
}

/** Always the same one: what is new with every deployment decides nothing in a network. */
function newGuid(_given: Arguments, { run, place }: Scope): string {
  run.standIn("newGuid", originOfPlace(place));
  return guid(["newGuid"]);
}

/** RFC 4122, version 5. */
function guid(names: readonly string[]): string {
  const namespace = (guidNamespace.value.replaceAll("-", "").match(/../g) ?? []).map((byte) =>
    Number.parseInt(byte, 16),
  );
  const digits = sha1([...namespace, ...utf8Of(names.join("-"))])
    .slice(0, 16)
    .map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x50 : index === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join("-");
}
