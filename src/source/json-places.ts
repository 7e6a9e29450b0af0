import { endOfBlank, endOfString, endOfValue } from "./json-scan.ts";
import type { Path } from "./path.ts";
import type { Place } from "./place.ts";

type Children = ReadonlyMap<string | number, Place>;

/**
 * Finds the place of a value by walking along its path only. What a container holds is listed when a path first
 * leads through it, and kept: thousands of findings in one file of 50 MB cost one pass for each level.
 */
export function jsonPlaces(text: string): (path: Path) => Place {
  const childrenByStart = new Map<number, Children>();
  const childrenAt = (start: number): Children => {
    const known = childrenByStart.get(start);
    if (known) return known;
    const children = listChildren(text, start);
    childrenByStart.set(start, children);
    return children;
  };

  let root: Place | undefined;

  return (path) => {
    root ??= rootPlace(text);
    let place = root;
    for (const step of path) {
      const child = childrenAt(place.value.start).get(stepWithin(text, place, step));
      if (!child) return place;
      place = child;
    }
    return place;
  };
}

function rootPlace(text: string): Place {
  const start = endOfBlank(text, 0);
  if (start >= text.length) return { value: { start: 0, end: 0 } };
  return { value: { start, end: endOfValue(text, start) } };
}

/** Objects have names only: `["subnets", 0]` means the property "0" where subnets is an object. */
function stepWithin(text: string, place: Place, step: string | number): string | number {
  return text.charAt(place.value.start) === "{" ? String(step) : step;
}

function listChildren(text: string, start: number): Children {
  const children = new Map<string | number, Place>();
  const opening = text.charAt(start);
  if (opening !== "{" && opening !== "[") return children;

  let at = endOfBlank(text, start + 1);
  while (at < text.length && text.charAt(at) !== "}" && text.charAt(at) !== "]") {
    if (text.charAt(at) === ",") at++;
    else at = opening === "{" ? addProperty(text, at, children) : addItem(text, at, children);
    at = endOfBlank(text, at);
  }
  return children;
}

function addItem(text: string, start: number, children: Map<string | number, Place>): number {
  const end = endOfValue(text, start);
  children.set(children.size, { value: { start, end } });
  return end;
}

/** The first of two properties of one name is kept, as in the value. */
function addProperty(text: string, start: number, children: Map<string | number, Place>): number {
  if (text.charAt(start) !== '"') return endOfValue(text, start);

  const key = { start, end: endOfString(text, start) };
  const colon = endOfBlank(text, key.end);
  if (text.charAt(colon) !== ":") return colon;

  const valueStart = endOfBlank(text, colon + 1);
  const isMissing = valueStart >= text.length || ",}]".includes(text.charAt(valueStart));
  const value = { start: valueStart, end: isMissing ? valueStart : endOfValue(text, valueStart) };
  const name = nameOf(text.slice(key.start, key.end));
  if (!children.has(name)) children.set(name, isMissing ? { key, value: key } : { key, value });
  return value.end;
}

function nameOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1); // the broken escape is reported by the reader
  }
}
