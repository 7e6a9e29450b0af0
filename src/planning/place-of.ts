import type { Origin } from "../source/origin.ts";

/** What is built for a thing of the intent keeps its place. */
export function placeOf({ file, path }: Origin): string {
  return [file, ...path].join("\n");
}
