import { readOnlyProperties } from "../azure/read-only-properties.ts";
import { isList, isObject, type Value, type ValueObject } from "../model/unknown.ts";

/** Azure's own, yet whoever compares two days wants to know. */
const TELLING = new Set(["connectionstatus", "tunnelconnectionstatus"]);
/** Of every part of a resource. */
const OF_PARTS = new Set(["etag", "provisioningstate", "resourceguid"]);

/**
 * What somebody has configured: two exports of a network that nobody has touched say the same, whichever tool wrote them.
 * Null, and a list without items, are what is absent.
 */
export function configured(properties: ValueObject, type: string): ValueObject {
  const own = readOnlyProperties.value[type.toLowerCase()] ?? [];
  const readOnly = new Set(own.map((name) => name.toLowerCase()).filter((name) => !TELLING.has(name)));
  return said(properties, readOnly);
}

const nothingMore: ReadonlySet<string> = new Set();

function said(object: ValueObject, readOnly: ReadonlySet<string>): ValueObject {
  const members = Object.entries(object).flatMap(([key, value]) => {
    const name = key.toLowerCase();
    const isEmpty = value === null || (isList(value) && value.length === 0);
    const isType = name === "type" && typeof value === "string" && value.startsWith("Microsoft.Network/");
    return isEmpty || isType || OF_PARTS.has(name) || readOnly.has(name)
      ? []
      : [[key, saidIn(value)] as const];
  });
  return Object.fromEntries(members);
}

function saidIn(value: Value): Value {
  if (isList(value)) return value.map(saidIn);
  return isObject(value) ? said(value, nothingMore) : value;
}
