import { expect, it } from "vitest";
import { emptyEstate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Finding, Rule } from "../model/rule.ts";
import { runRules } from "./run-rules.ts";

const at = (line: number, message: string): Finding => ({
  message,
  origin: { file: "main.json", path: ["resources", line] },
});

function ruleOf(id: string, findings: readonly Finding[], after: readonly string[] = []): Rule {
  return { id, severity: "error", summary: id, source: id, after, check: () => findings };
}

const run = (...rules: readonly Rule[]) => runRules(rules, indexEstate(emptyEstate));

it("a line of a loop that is wrong is said once, with each thing that it makes beside it", () => {
  const copies = Array.from({ length: 12 }, (_, index) => at(1, `subnet-${index} has no range.`));

  const [first, ...others] = run(ruleOf("a/b", [...copies, at(2, "other has no range.")]));

  expect(first?.message).toBe("subnet-0 has no range. 11 more at this place, of which 8 are named.");
  expect(first?.related?.map(({ message }) => message)).toEqual(
    copies.slice(1, 9).map(({ message }) => message),
  );
  expect(others.map(({ message }) => message)).toEqual(["other has no range."]);
});

it("a few at one place are each said, and so are those that can be fixed", () => {
  const few = [at(1, "one"), at(1, "two"), at(1, "three")];
  const fixable = Array.from({ length: 5 }, (_, index) => ({
    ...at(1, String(index)),
    fix: [],
  }));

  expect(run(ruleOf("a/b", few))).toHaveLength(3);
  expect(run(ruleOf("a/b", fixable))).toHaveLength(5);
});

it("a rule keeps quiet where the one that it waits for has fired, whatever their order", () => {
  const found = run(
    ruleOf("a/later", [at(1, "x"), at(2, "y")], ["a/first"]),
    ruleOf("a/first", [at(1, "z")]),
  );

  expect(found.map(({ message }) => message)).toEqual(["z", "y"]);
});
