import type { Value } from "../../../model/unknown.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Lookup } from "../expression/scope.ts";
import { lazily } from "./lazily.ts";

/** Values that may use each other: each is computed once, when it is asked for, and none through itself. */
export function lookupOf(noun: string, computed: ReadonlyMap<string, () => Value>): Lookup {
  const asked: string[] = [];
  const values = new Map(
    [...computed].map(([name, compute]) => [
      name.toLowerCase(),
      lazily(
        () => {
          asked.push(name);
          try {
            return compute();
          } finally {
            asked.pop();
          }
        },
        () => {
          const way = [...asked.slice(asked.indexOf(name)), name];
          throw new Refusal(`The ${noun} ${name} leads back to itself: ${shown(way)}.`);
        },
      ),
    ]),
  );
  return { find: (name) => values.get(name.toLowerCase())?.(), names: () => [...computed.keys()] };
}

function shown(way: readonly string[]): string {
  return (way.length > 8 ? [...way.slice(0, 4), "…", ...way.slice(-2)] : way).join(" > ");
}
