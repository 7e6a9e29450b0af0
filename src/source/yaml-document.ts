import type { YAMLError } from "yaml";
import type { Document } from "./document.ts";
import { firstPerLine, onePerLine } from "./first-per-line.ts";
import { lazyDocument, MOST_PROBLEMS, type Reading } from "./lazy-document.ts";
import type { FoundProblem } from "./place.ts";
import { positionsOf } from "./positions.ts";
import { noAnchors } from "./yaml-anchors.ts";
import { describeYamlError } from "./yaml-messages.ts";
import { parseYaml } from "./yaml-parse.ts";
import { yamlPlaces } from "./yaml-places.ts";
import { resolveYaml } from "./yaml-value.ts";
import type { YamlWalk } from "./yaml-walk.ts";

/** The library takes one to three seconds for each million characters. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Reads YAML 1.2 with merge keys, as far as JSON can say it. A text without a value has the value `undefined`, which
 * is no problem here. Aliases share one value; they are not copied.
 */
export function readYaml(file: string, text: string): Document {
  if (text.length > MOST_CHARACTERS) return lazyDocument(file, text, unread(tooLong(file, text)));
  return lazyDocument(file, text, readTree(text));
}

function readTree(text: string): Reading {
  const { tree, errors, problems } = parseYaml(text);
  const positionOf = positionsOf(text);
  const walk: YamlWalk = {
    anchors: noAnchors(),
    problems: [...problems],
    lineAt: (offset) => positionOf(offset).line,
  };
  const causes = onePerLine(text, errors.filter(isFirstCause), (error) => error.pos[0]);
  const stumbles = causes.slice(0, MOST_PROBLEMS + 1).map((error) => describeYamlError(error, text));
  const root = tree?.contents ?? undefined;
  if (!root) return unread(...firstPerLine(text, stumbles, walk.problems));

  const { value } = resolveYaml(walk, root, 0);
  return {
    value: walk.anchors.exhausted ? undefined : value,
    problems: firstPerLine(text, stumbles, walk.problems),
    placeOf: yamlPlaces(text, root, (alias) => walk.anchors.targetByAlias.get(alias)),
  };
}

/** After the first mistake at the top level, the library finds everything unexpected that follows. */
function isFirstCause(error: YAMLError, index: number): boolean {
  return index === 0 || !error.message.includes(" in YAML stream");
}

function unread(...problems: readonly FoundProblem[]): Reading {
  return { value: undefined, problems, placeOf: () => ({ value: { start: 0, end: 0 } }) };
}

function tooLong(file: string, text: string): FoundProblem {
  const megabytes = (text.length / 1_000_000).toFixed(1);
  return {
    message: `${file} holds ${megabytes} MB; YAML is read up to ${MOST_CHARACTERS / 1_000_000} MB.`,
    hint: "Write it as JSON, or split it.",
    range: { start: 0, end: 0 },
  };
}
