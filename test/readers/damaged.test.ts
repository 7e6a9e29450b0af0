import { expect, it } from "vitest";
import { readNetwork } from "../../src/check.ts";
import { recognise } from "../../src/readers/recognise.ts";
import type { Json } from "../../src/source/document.ts";
import { isList, isObject, readDocument } from "../../src/source/index.ts";
import type { Path } from "../../src/source/path.ts";
import { fixture } from "./planted.ts";

const DAMAGE: readonly Json[] = [null, {}, [], "", 7, [[]], { id: "/" }, true];

/** The value with another one at this path. */
function withAt(value: Json, path: Path, other: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  if (isList(value)) return value.map((one, index) => (index === key ? withAt(one, rest, other) : one));
  if (!isObject(value)) return value;
  return { ...value, [key]: withAt(value[key] ?? null, rest, other) };
}

function* pathsIn(value: Json, path: Path = []): Iterable<Path> {
  const entries: readonly (readonly [string | number, Json])[] = isList(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, inner] of entries) {
    yield [...path, key];
    yield* pathsIn(inner, [...path, key]);
  }
}

// Every third place: each file is read some hundred times.
it.each(["azure-export/two-networks.json", "terraform-plan/two-networks.json"])(
  "%s with something else anywhere in it is read without a crash",
  (path) => {
    const { value } = fixture(path);
    if (value === undefined) throw new Error("an empty fixture");
    const places = [...pathsIn(value)].filter((_, index) => index % 3 === 0);

    for (const [index, place] of places.entries()) {
      const damaged = withAt(value, place, DAMAGE[index % DAMAGE.length] ?? null);
      const document = readDocument("damaged.json", JSON.stringify(damaged));
      const format = recognise(document);
      if (format === "intent") continue;
      expect(() => readNetwork(document, format), `${place.join(".")} ${index}`).not.toThrow();
    }
    expect(places.length).toBeGreaterThan(50);
  },
);
