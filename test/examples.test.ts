import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { outputs } from "../src/outputs/index.ts";
import { addressLines } from "./examples/address-lines.ts";
import { baselinesOf } from "./examples/baselines.ts";
import { readBaselines, writeBaselines } from "./examples/committed.ts";
import {
  type Example,
  exampleNames,
  grownNames,
  intentIn,
  lockDocument,
  lockIn,
  lockPath,
  lockText,
  runExample,
} from "./examples/example.ts";
import { reordered } from "./examples/reordered.ts";

/**
 * One story a folder, and all that comes of it beside it. `npm run baselines` writes it anew; the difference is
 * reviewed like code, and a line that nobody can explain is not merged.
 */
const isWriting = process.env["BASELINES"] === "write";

it.each(grownNames)("%s moved nothing of what was there earlier", (name) => {
  const earlier = runExample(intentIn(`${name}/earlier`), lockIn(`${name}/earlier`));
  const lock = lockDocument(lockText(earlier.design));
  const grown = runExample(intentIn(name), lock);
  const fresh = runExample(intentIn(name), undefined);

  if (isWriting) writeFileSync(lockPath(`${name}/earlier`), lockText(earlier.design));
  if (isWriting) writeFileSync(lockPath(name), lockText(grown.design));
  expect(lockText(earlier.design)).toBe(readFileSync(lockPath(`${name}/earlier`), "utf8"));
  expect(lockText(grown.design)).toBe(readFileSync(lockPath(name), "utf8"));
  expect(lost(earlier, grown)).toEqual([]);
  expect(lost(earlier, fresh)).not.toEqual([]);
});

it.each(exampleNames)("%s gives what its folder says", (name) => {
  const example = runExample(intentIn(name), lockIn(name));

  const baselines = baselinesOf(example);

  if (isWriting) writeBaselines(name, baselines);
  if (isWriting) writeFileSync(lockPath(name), lockText(example.design));
  expect(Object.fromEntries(baselines)).toEqual(readBaselines(name));
  expect(lockText(example.design)).toBe(readFileSync(lockPath(name), "utf8"));
});

it.each(exampleNames)("%s gives the same bytes again, with the lock it wrote", (name) => {
  const first = runExample(intentIn(name), undefined);

  const second = runExample(intentIn(name), lockDocument(lockText(first.design)));

  expect(filesOf(second)).toEqual(filesOf(first));
});

it.each(exampleNames)("%s has the same addresses in another order, with its lock and without", (name) => {
  for (const lock of [lockIn(name), undefined]) {
    const written = runExample(intentIn(name), lock);

    const turned = runExample(reordered(written.document), lock);

    expect(addressLines(turned.design.addresses)).toEqual(addressLines(written.design.addresses));
  }
});

it.each(exampleNames)("%s begins by saying what it shows, and has no errors", (name) => {
  const { document, diagnostics } = runExample(intentIn(name), lockIn(name));

  expect(document.text).toMatch(/^# [A-Z].{30}/);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

/** Networks and subnets that no longer have the range they had. */
function lost(before: Example, after: Example): readonly string[] {
  const kept = new Set(addressLines(after.design.addresses));
  return addressLines(before.design.addresses).filter((line) => !line.includes(" free: ") && !kept.has(line));
}

/** The report too: it is too long for a baseline, and must be the same twice. */
function filesOf({ design }: Example): Readonly<Record<string, string>> {
  const files = outputs.flatMap((output) => [...output.write(design)]);
  return { ...Object.fromEntries(files), "network.lock.json": lockText(design) };
}
