import type { Prefix } from "../ip/index.ts";
import { overlappingPairs } from "../ip/index.ts";

interface Entry<T> {
  readonly prefix: Prefix;
  readonly value: T;
}

/** Each entry that lies in another one, once: with the widest that contains it. One mistake, one finding. */
export function* firstOverlaps<T>(entries: readonly Entry<T>[]): Iterable<readonly [outer: T, inner: T]> {
  let reported: Entry<T> | undefined;
  for (const [outer, inner] of overlappingPairs(entries)) {
    if (inner === reported) continue;
    reported = inner;
    yield [outer.value, inner.value];
  }
}
