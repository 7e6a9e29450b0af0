import { expect, it } from "vitest";
import { z } from "zod";
import { peeringSettings } from "../src/connections/virtual-network-peering/settings.ts";
import { intentFile } from "../src/readers/intent/intent-file.ts";
import { intentIn } from "./examples/example.ts";

/** What no peering can use. Whoever teaches Isthmus one of them takes it out of here and writes it into the example. */
const NOT_FOR_PEERING = ["connections.sku", "connections.via", "connections.needs.inspect"];

it("the example max has every key that a peering can use", () => {
  const written = new Set(keysOf(intentIn("max").value, ""));
  const offered = new Set([
    ...keysOffered(z.toJSONSchema(intentFile, { io: "input" }), ""),
    ...keysOffered(z.toJSONSchema(peeringSettings, { io: "input" }), "connections.settings"),
  ]);

  expect([...offered].filter((key) => !written.has(key)).sort()).toEqual(NOT_FOR_PEERING.toSorted());
});

/** Below these stand names that people choose; they are left out of the path, and so are places in lists. */
const NAMED_ENTRIES = ["virtualNetworks", "sites", "p2sUsers", "virtualNetworks.subnets"];
const NAMES_OF_THEIR_OWN = ["addressSpace", "defaults.tags", "virtualNetworks.tags"];

function* keysOf(value: unknown, path: string): Iterable<string> {
  if (typeof value !== "object" || value === null || NAMES_OF_THEIR_OWN.includes(path)) return;

  if (Array.isArray(value)) {
    for (const item of value) yield* keysOf(item, path);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    yield joined(path, key);
    const named = NAMED_ENTRIES.includes(joined(path, key)) ? Object.values(Object(inner)) : [inner];
    for (const one of named) yield* keysOf(one, joined(path, key));
  }
}

function* keysOffered(schema: unknown, path: string): Iterable<string> {
  if (typeof schema !== "object" || schema === null) return;

  for (const [word, inner] of Object.entries(schema)) {
    if (word === "properties") {
      for (const [key, property] of Object.entries(Object(inner))) {
        yield joined(path, key);
        yield* keysOffered(property, joined(path, key));
      }
    } else if (word === "anyOf" || word === "prefixItems") {
      for (const one of Object.values(Object(inner))) yield* keysOffered(one, path);
    } else if (word === "items" || word === "additionalProperties") yield* keysOffered(inner, path);
  }
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
