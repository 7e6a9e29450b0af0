import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

interface Judged {
  readonly file: string;
  readonly rule: string;
  readonly verdict: string;
  readonly because: string;
}

const { findings }: { readonly findings: readonly Judged[] } = parse(
  readFileSync(new URL("corpus-verdicts.yaml", import.meta.url), "utf8"),
);

it("each finding of the sample was judged, with a reason", () => {
  expect(findings.length).toBeGreaterThanOrEqual(50);
  for (const { verdict, because } of findings) {
    expect(["right", "noise", "wrong"]).toContain(verdict);
    expect(because).toMatch(/^[A-Z].{10,}\.$/);
  }
});

it("none was judged wrong, and one in five or less is noise", () => {
  const count = (wanted: string) => findings.filter(({ verdict }) => verdict === wanted).length;

  expect(count("wrong")).toBe(0);
  expect(count("noise") / findings.length).toBeLessThanOrEqual(0.2);
});

it("the sheet quotes no more of a file than our own message", () => {
  const [first = {}] = findings;

  expect(Object.keys(first)).toEqual(["file", "line", "rule", "message", "verdict", "because"]);
});
