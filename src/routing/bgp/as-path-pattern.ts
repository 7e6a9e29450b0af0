/**
 * Patterns over an AS path written with blanks, as routers take them. Matched by sets of places and not by going back,
 * so that no pattern can take long: the language is the plain part of regular expressions, and `_`, which on a router
 * stands for a blank or an end of the path.
 */
export interface AsPathPattern {
  matches(asPath: readonly number[]): boolean;
}

/** `undefined` where the text is no pattern, or one with look-around, back references or anchors for words. */
export function parseAsPathPattern(text: string): AsPathPattern | undefined {
  if (text.length > LONGEST) return undefined;

  const reader: Reader = { text, at: 0 };
  const step = readChoice(reader);
  if (step === undefined || reader.at < text.length) return undefined;

  return {
    matches(asPath) {
      const path = asPath.join(" ");
      const everywhere = new Set(Array.from({ length: path.length + 1 }, (_, place) => place));
      return step(path, everywhere).size > 0;
    },
  };
}

const LONGEST = 500;
const MOST_REPEATS = 255;

/** From the places that a match may have reached to those that it may have reached after this part. */
type Step = (path: string, from: ReadonlySet<number>) => ReadonlySet<number>;

interface Reader {
  readonly text: string;
  at: number;
}

function readChoice(reader: Reader): Step | undefined {
  const options: Step[] = [];
  do {
    const option = readSequence(reader);
    if (option === undefined) return undefined;
    options.push(option);
  } while (takes(reader, "|"));

  return (path, from) => new Set(options.flatMap((option) => Array.from(option(path, from))));
}

function readSequence(reader: Reader): Step | undefined {
  const parts: Step[] = [];
  while (reader.at < reader.text.length && !"|)".includes(reader.text.charAt(reader.at))) {
    const part = readRepeated(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  }

  return (path, from) => {
    let reached = from;
    for (const part of parts) reached = part(path, reached);
    return reached;
  };
}

function readRepeated(reader: Reader): Step | undefined {
  const step = readOne(reader);
  if (step === undefined) return undefined;

  const times = readTimes(reader);
  if (times === undefined) return undefined;
  if (times === "once") return step;

  // Greedy or not is the same to a question that is answered by yes or no.
  takes(reader, "?");
  const [least, most] = times;
  return (path, from) => repeat(step, path, from, least, most);
}

function repeat(
  step: Step,
  path: string,
  from: ReadonlySet<number>,
  least: number,
  most: number,
): ReadonlySet<number> {
  let reached = from;
  for (let time = 0; time < least; time++) {
    const next = step(path, reached);
    // Places only go forward, so sooner or later nothing changes any more.
    if (next.size === reached.size && Array.from(next).every((place) => reached.has(place))) break;
    reached = next;
  }

  const all = new Set(reached);
  for (let time = least; time < most && reached.size > 0; time++) {
    reached = new Set(Array.from(step(path, reached)).filter((place) => !all.has(place)));
    for (const place of reached) all.add(place);
  }
  return all;
}

function readTimes(reader: Reader): readonly [least: number, most: number] | "once" | undefined {
  if (takes(reader, "*")) return [0, Infinity];
  if (takes(reader, "+")) return [1, Infinity];
  if (takes(reader, "?")) return [0, 1];
  if (reader.text.charAt(reader.at) !== "{") return "once";

  const [written = "", least = "", comma, most = ""] =
    /^\{(\d+)(,)?(\d*)\}/.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += written.length;
  const from = Number(least);
  const to = comma === undefined ? from : most === "" ? Infinity : Number(most);
  const isUsable =
    written !== "" && from <= to && from <= MOST_REPEATS && !(comma === undefined && most !== "");
  return isUsable ? [from, to] : undefined;
}

function readOne(reader: Reader): Step | undefined {
  const character = reader.text.charAt(reader.at);
  reader.at += 1;

  if (character === "^") return where((_, place) => place === 0);
  if (character === "$") return where((path, place) => place === path.length);
  if (character === "_") return blankOrEnd;
  if (character === "(") return readGroup(reader);
  if (character === "[") return readClass(reader);
  if (character === ".") return oneOf(() => true);
  if (character === "\\") return readEscape(reader);
  if (character === "" || "*+?{})]".includes(character)) return undefined;
  return oneOf((other) => other === character);
}

function readGroup(reader: Reader): Step | undefined {
  if (takes(reader, "?") && !takes(reader, ":")) return undefined;

  const inner = readChoice(reader);
  return takes(reader, ")") ? inner : undefined;
}

/** `[0-9 ]`, `[^1]`. */
function readClass(reader: Reader): Step | undefined {
  const [written = "", not, members = ""] = /^(\^)?([^\]\\[]+)\]/.exec(reader.text.slice(reader.at)) ?? [];
  if (written === "") return undefined;

  reader.at += written.length;
  const accepted = new Set<string>();
  for (const [, from = "", to = from] of members.matchAll(/(.)(?:-(.))?/g)) {
    if (from > to) return undefined;
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++)
      accepted.add(String.fromCharCode(code));
  }
  return oneOf((character) => accepted.has(character) === (not === undefined));
}

function readEscape(reader: Reader): Step | undefined {
  const character = reader.text.charAt(reader.at);
  reader.at += 1;

  if (character === "d") return oneOf((other) => other >= "0" && other <= "9");
  if (character === "s") return oneOf((other) => other === " ");
  return /^[^\w\s]$/.test(character) ? oneOf((other) => other === character) : undefined;
}

function takes(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) return false;

  reader.at += 1;
  return true;
}

function oneOf(accepts: (character: string) => boolean): Step {
  return (path, from) => {
    const reached = new Set<number>();
    for (const place of from) if (place < path.length && accepts(path.charAt(place))) reached.add(place + 1);
    return reached;
  };
}

function where(holds: (path: string, place: number) => boolean): Step {
  return (path, from) => new Set(Array.from(from).filter((place) => holds(path, place)));
}

const blankOrEnd: Step = (path, from) => {
  const ends = Array.from(from).filter((place) => place === 0 || place === path.length);
  const blanks = Array.from(from).filter((place) => path.charAt(place) === " ");
  return new Set([...ends, ...blanks.map((place) => place + 1)]);
};
