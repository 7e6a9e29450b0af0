import type { ErrorCode, YAMLError } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { keyInsideValue, missingColon } from "./yaml-colon.ts";
import { isFirstInEntry, lineExcerpt } from "./yaml-lines.ts";
import { describeMissing } from "./yaml-missing.ts";
import { badIndentation, describeUnexpected } from "./yaml-unexpected.ts";

/** Our own words for an error of the library: what is wrong, with the text it is about. */
export function describeYamlError(error: YAMLError, text: string): FoundProblem {
  return DESCRIPTIONS[error.code](error, text);
}

type Describe = (error: YAMLError, text: string) => FoundProblem;

const DESCRIPTIONS: Readonly<Record<ErrorCode, Describe>> = {
  ALIAS_PROPS: say(
    (found) => `${found} repeats a value and can have no anchor or tag itself.`,
    "Remove the anchor or tag.",
  ),
  BAD_ALIAS: (error, text) =>
    error.message.includes("ambiguous")
      ? say(() => "The name of an anchor ends with a colon.", "Put a space before the colon.")(error, text)
      : say(() => "The name of an anchor is missing.")(error, text),
  BAD_COLLECTION_TYPE: say((found) => `The tag ${found} does not fit its value.`, "Remove the tag."),
  BAD_DIRECTIVE: say((found) => `${found} is not supported.`, "Remove the line."),
  BAD_DQ_ESCAPE: say(
    (_, line) => `The escape ${line.slice(0, 2)} does not exist.`,
    "Write \\\\ for a backslash, or use single quotes.",
  ),
  BAD_INDENT: (error, text) =>
    error.message.includes("end with a") ? describeMissing(error, text) : badIndentation(error, text),
  BAD_PROP_ORDER: say((found) => `${found} stands before an indicator.`, "Put it right before its value."),
  BAD_SCALAR_START: say(
    (found, line) => `${line} starts with ${found}, which YAML reserves.`,
    "Put quotes around it.",
  ),
  BLOCK_AS_IMPLICIT_KEY: (error, text) =>
    error.message.includes("sequence") ? badIndentation(error, text) : keyInsideValue(text, error.pos[0]),
  BLOCK_IN_FLOW: say(
    (_, line) => `${line} is not in brackets, but inside of some.`,
    "Write it in brackets, too.",
  ),
  DUPLICATE_KEY: say((found) => `${found} is given twice.`),
  IMPOSSIBLE: describeUnexpected,
  KEY_OVER_1024_CHARS: say((found) => `The key ${found} has more than 1,024 characters.`),
  MISSING_CHAR: describeMissing,
  MULTILINE_IMPLICIT_KEY: (error, text) =>
    isFirstInEntry(text, error.pos[0])
      ? missingColon(text, error.pos[0])
      : keyInsideValue(text, error.pos[0]),
  MULTIPLE_ANCHORS: say((found) => `${found} is the second anchor of one value.`, "Remove one of them."),
  MULTIPLE_DOCS: say(() => "A second document starts here."),
  MULTIPLE_TAGS: say((found) => `${found} is the second tag of one value.`, "Remove one of them."),
  NON_STRING_KEY: say((found) => `${found} is not a name.`),
  RESOURCE_EXHAUSTION: say(() => "The values below are nested too deep to be read."),
  TAB_AS_INDENT: say(() => "YAML does not allow tabs for indentation.", "Indent with spaces."),
  TAG_RESOLVE_FAILED: say((found) => `The tag ${found} is not supported here.`, "Remove the tag."),
  UNEXPECTED_TOKEN: describeUnexpected,
};

/** `found` is the text that the library points at, `line` the rest of its line. */
function say(sentence: (found: string, line: string) => string, hint?: string): Describe {
  return ({ pos: [start, end] }, text) => {
    const message = sentence(excerpt(text.slice(start, end)), lineExcerpt(text, start));
    return { message, ...(hint === undefined ? {} : { hint }), range: { start, end } };
  };
}
