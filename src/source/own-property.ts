import type { Json } from "./document.ts";

/**
 * Sets what the file says, as `JSON.parse` does: `__proto__` becomes a property like any other instead of replacing
 * the prototype. The objects are ordinary ones, so ask `Object.hasOwn` before reading a name that a user chose.
 */
export function setOwn(target: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
