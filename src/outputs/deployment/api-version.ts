import { networkApiVersion } from "../../azure/resource-types.ts";

/** `undefined` for types that Isthmus reads and does not write: no version of theirs is known. */
export function apiVersionOf(type: string): string | undefined {
  return /^Microsoft\.Network\//i.test(type) ? networkApiVersion.value : undefined;
}
