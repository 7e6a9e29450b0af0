import { isList, isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { sha1Text } from "../functions/sha1.ts";

/**
 * A text that is not known may still be a name, and two that are made in the same way are the same name. So beside an
 * unknown goes what it would be called: `<vnetName>`, `<prefix>-vnet`, `<take(<prefix>,5)>`. It is never a value: what
 * is compared, counted or looked into stays unknown. Only where names and ids are read does it stand for one.
 */
const namesByUnknown = new WeakMap<Unknown, Names>();

/** Of a text; longer ones are cut, and told apart by a hash. */
const MOST_CHARACTERS = 1000;
/** Of what stands in brackets, for it is read by people. */
const MOST_INSIDE = 80;

interface Names {
  /** As a name or an id: names that differ by case alone are one. */
  readonly name: string;
  /** As the argument of a function, which may see a difference. */
  readonly exact: string;
}

/** `undefined` where nothing can be said of it that another unknown would not say as well. */
export function standInOf(value: Value | undefined): string | undefined {
  return isUnknown(value) ? namesByUnknown.get(value)?.name : undefined;
}

/** What a function would be given. */
export function exactStandInOf(value: Unknown): string | undefined {
  return namesByUnknown.get(value)?.exact;
}

/** The same unknown, called this; called nothing where no name is given. What is made of a property is that property no more. */
export function calledBy(unknown: Unknown, name: string | undefined, exact = name): Unknown {
  const { of: _property, ...named } = unknown;
  if (name !== undefined && exact !== undefined) {
    namesByUnknown.set(named, { name: bounded(name), exact: bounded(exact) });
  }
  return named;
}

function bounded(name: string): string {
  return name.length > MOST_CHARACTERS ? bracketed(name) : name;
}

/** The same in another case, or without blanks around it. */
export function calledByItself(unknown: Unknown, written: string, value: Value | undefined): Unknown {
  return calledBy(unknown, standInOf(value), exactStandInOf(calledByCall(unknown, written, [value])));
}

/** `take` of these values: `<take(<prefix>,5)>`. */
export function calledByCall(
  unknown: Unknown,
  written: string,
  values: readonly (Value | undefined)[],
): Unknown {
  const shown = values.map(shownIn);
  const isWhole = shown.every((one) => one !== undefined);
  return calledBy(unknown, isWhole ? bracketed(`${written}(${shown.join(",")})`) : undefined);
}

/** `.name` or `[0]` of something that is not known. */
export function calledByMember(unknown: Unknown, key: Value): Unknown {
  const of = exactStandInOf(unknown);
  if (of === undefined || (typeof key !== "string" && typeof key !== "number"))
    return memberOfUnknown(unknown, key);
  const [, inner = of] = /^<([^<>]*)>$/.exec(of) ?? [];
  return calledBy(unknown, bracketed(typeof key === "number" ? `${inner}[${key}]` : `${inner}.${key}`));
}

/** Of what only Azure knows of a resource: the property by its last name. */
export function memberOfUnknown(unknown: Unknown, key: Value): Unknown {
  const plain = calledBy(unknown, undefined);
  const { of } = unknown;
  if (!of) return plain;
  return { ...plain, of: typeof key === "string" ? { ...of, property: key } : of };
}

/** One segment of an id, on one line, whatever is in it. What is cut, or would read like another, is told apart by a hash. */
export function bracketed(text: string): string {
  const inner = text.replace(/[\s\p{Cc}]/gu, "_").replaceAll("/", "|");
  const isAsItIs = inner.length <= MOST_INSIDE && !/[|\s\p{Cc}]/u.test(text);
  return isAsItIs ? `<${inner}>` : `<${inner.slice(0, 40)}~${sha1Text(text)}>`;
}

/** The text that it would be: itself, or what stands for it. */
export function textOrStandIn(value: Value): string | undefined {
  return typeof value === "string" ? value : standInOf(value);
}

function shownIn(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (isUnknown(value)) return argumentOf(exactStandInOf(value));
  if (isList(value)) {
    const items = value.length > 20 ? [undefined] : value.map(shownIn);
    return items.every((item) => item !== undefined) ? `[${items.join(",")}]` : undefined;
  }
  if (typeof value === "object" && value !== null) return undefined;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** In quotes where it could be taken for several arguments. */
function argumentOf(name: string | undefined): string | undefined {
  if (name === undefined || isInOneBracket(name) || !/[,'"()[\]]/.test(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}

function isInOneBracket(name: string): boolean {
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name.charAt(at) === "<") depth++;
    if (name.charAt(at) === ">") depth--;
    if (depth === 0) return at === name.length - 1;
  }
  return false;
}
