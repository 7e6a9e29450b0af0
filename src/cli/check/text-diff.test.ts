import fc from "fast-check";
import { expect, it } from "vitest";
import { textDiff } from "./text-diff.ts";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 14 });

it("shows what differs, with three lines around it", () => {
  const before = Array.from({ length: 12 }, (_, index) => `${index}\n`).join("");

  expect(textDiff("x", before, before.replace("5\n", "five\n"))).toBe(
    "--- x\n+++ x\n@@ -3,7 +3,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
  );
  expect(textDiff("x", before, before)).toBe("");
});

it("says all of both texts: taken back and put on, the old becomes the new", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = textDiff("x", join(before), join(after));
      expect(applied(before, diff)).toEqual(after);
    }),
  );
});

function join(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join("");
}

/** What `patch` does, from the numbers in the heads of hunks. */
function applied(before: readonly string[], diff: string): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split("\n").slice(2)) {
    const [, start, count] = /^@@ -(\d+),(\d+) /.exec(line) ?? [];
    if (start !== undefined) {
      const to = count === "0" ? Number(start) : Number(start) - 1;
      result.push(...before.slice(at, to));
      at = to;
    } else if (line.startsWith("-")) at++;
    else if (line.startsWith("+")) result.push(line.slice(1));
    else if (line.startsWith(" ")) {
      expect(before[at]).toBe(line.slice(1));
      result.push(line.slice(1));
      at++;
    }
  }
  return [...result, ...before.slice(at)];
}
