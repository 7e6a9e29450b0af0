import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check } from "../src/check.ts";
import { design } from "../src/design.ts";
import { writeEstate } from "../src/readers/estate/write-estate.ts";
import { readDocument } from "../src/source/index.ts";
import { root } from "./source-files.ts";

const names = readdirSync(join(root, "examples"));

it.each(names)("%s: what is written down as an estate is one without an error", (name) => {
  const text = readFileSync(join(root, "examples", name, "network.yaml"), "utf8");
  const made = design(readDocument("network.yaml", text), { reconsider: false }).design;
  const written = JSON.stringify(writeEstate(made?.estate ?? missing(name), `${name}.estate.json`));

  const { type, diagnostics } = check(readDocument(`${name}.estate.json`, written), { reconsider: false });

  expect(type).toBe("estate");
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it.each(names)("%s: no key and no certificate is in anything that is written", (name) => {
  const text = readFileSync(join(root, "examples", name, "network.yaml"), "utf8");
  const made = design(readDocument("network.yaml", text), { reconsider: false }).design;
  const resources = [...(made?.estate.resources.values() ?? [])];

  for (const { properties } of resources) {
    for (const key of ["sharedKey", "authorizationKey", "radiusServerSecret"]) {
      const value = properties[key];
      if (value !== undefined) expect(value).toMatchObject({ kind: "unknown" });
    }
  }
  expect(JSON.stringify(resources.map(({ properties }) => properties))).not.toMatch(/publicCertData":"/);
});

function missing(name: string): never {
  throw new Error(`${name} has no design`);
}
