import { parseAddress, parsePrefix } from "../ip/index.ts";
import type { Estate } from "../model/estate.ts";
import { sameSecret, secretOf } from "../model/secret.ts";
import type { ElementId } from "../model/topology.ts";
import { isUnknown } from "../model/unknown.ts";
import { isOfNetworks } from "../readers/of-networks.ts";
import { configured } from "./configured.ts";
import type { ChangedSubject, PropertyChange, Subject } from "./difference.ts";

export interface Subjects {
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
  readonly changed: readonly ChangedSubject[];
}

/** Matched by id or name: what is called another thing is another thing. */
export function compareSubjects(before: Estate, after: Estate): Subjects {
  const [old, now] = [subjectsOf(before), subjectsOf(after)];
  const changed = [...old].flatMap(([id, { type, value }]): ChangedSubject[] => {
    const other = now.get(id);
    const changes = other ? [...changesIn(value, other.value, "")] : [];
    const isForeign = type.includes("/") && !isOfNetworks(type);
    const properties = isForeign ? changes.map(withoutValues) : changes;
    return properties.length > 0 ? [{ id, type, properties }] : [];
  });
  return { added: only(now, old), removed: only(old, now), changed };
}

function only(these: ReadonlyMap<ElementId, Told>, those: ReadonlyMap<ElementId, Told>): readonly Subject[] {
  return [...these].filter(([id]) => !those.has(id)).map(([id, { type }]) => ({ id, type }));
}

interface Told {
  readonly type: string;
  readonly value: unknown;
}

function subjectsOf(estate: Estate): ReadonlyMap<ElementId, Told> {
  const found = new Map<ElementId, Told>();
  for (const [key, { type, location, properties, envelope, existing }] of estate.resources)
    found.set(key, {
      type,
      value: { location, properties: configured(properties, type), ...envelope, existing },
    });
  const { sites, providerRouters, p2sUsers, appliances } = estate;
  const lists = { site: sites, providerrouter: providerRouters, p2susers: p2sUsers, appliance: appliances };
  for (const [type, list] of Object.entries(lists))
    for (const { name, ...value } of list) found.set(`${type}/${name.toLowerCase()}`, { type, value });
  return found;
}

function* changesIn(before: unknown, after: unknown, path: string): Generator<PropertyChange> {
  if (comparedText(before) === comparedText(after)) return;
  const [was, is] = [textOf(before), textOf(after)];
  const isSame = sameSecret(before, after);
  // A secret that only one of the two files has may be the other's, too.
  if (isSame === undefined && was === is && isUnknown(before)) return;

  if (isObject(before) && isObject(after) && isSame === undefined) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [one, other]: readonly unknown[] = [before[key], after[key]];
      yield* changesIn(one, other, path === "" ? key : `${path}.${key}`);
    }
    return;
  }
  if (areObjects(before) && areObjects(after) && before.length === after.length) {
    for (const [index, one] of before.entries())
      yield* changesIn(one, after[index], `${path}[${nameOf(one) ?? index}]`);
    return;
  }
  const isSecret = SECRET.test(path) || isSame !== undefined;
  const told = (text: string) => (isSecret ? '"(secret)"' : text);
  yield {
    path,
    ...(was === undefined ? {} : { before: told(was) }),
    ...(is === undefined ? {} : { after: told(is) }),
    isAddress: [before, after].some(isAddress),
  };
}

/** Of what is no part of a network: nobody here knows what in it is secret. */
function withoutValues({ path, before, after }: PropertyChange): PropertyChange {
  return {
    path,
    ...(before === undefined ? {} : { before: '"(not told)"' }),
    ...(after === undefined ? {} : { after: '"(not told)"' }),
    isAddress: false,
  };
}

/** Names of properties, at any depth, whose values nobody else is to read. */
const SECRET = /(key|secret|password|token|credential)s?(\.|\[|$)/i;

/** Where a value comes from is no part of it; which secret it is, is. Never told, for it is another one in each run. */
function comparedText(value: unknown): string | undefined {
  return JSON.stringify(value, (key, inner: unknown) =>
    key === "origin" ? undefined : (secretOf(inner)?.fingerprint ?? inner),
  );
}

/** Secrets inside of lists are not told either. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === "origin") return undefined;
    if (secretOf(inner)) return "(secret)";
    return SECRET.test(key) && typeof inner === "string" ? `(secret of ${inner.length} characters)` : inner;
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areObjects(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every(isObject);
}

function nameOf({ name }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof name === "string" ? name : undefined;
}

function isAddress(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isAddress);
  return typeof value === "string" && (parsePrefix(value) ?? parseAddress(value)) !== undefined;
}
