import { expect, it } from "vitest";
import { readDocument } from "../source/read-document.ts";
import { formatText } from "./format-text.ts";
import { syntaxDiagnostics } from "./from-syntax.ts";
import { locate } from "./located.ts";

it.each([
  {
    file: "network.yaml",
    text: "hub:\n  sku: @1\n",
    printed: [
      "network.yaml:2:8 error source/invalid-yaml",
      "  @1 starts with @, which YAML reserves.",
      "  hint: Put quotes around it.",
      "",
      "1 error in network.yaml",
    ],
  },
  {
    file: "export.json",
    text: '{"a": 1,\n"a": 2}',
    printed: [
      "export.json:2:1 error source/invalid-json",
      "  a is given twice; the first is on line 1.",
      "  hint: Rename or remove one of them.",
      "",
      "1 error in export.json",
    ],
  },
])("reports a broken $file at the exact place", ({ file, text, printed }) => {
  const document = readDocument(file, text);

  const located = syntaxDiagnostics(document).map((one) => locate(one, new Map([[file, document]])));

  expect(formatText(located).split("\n")).toEqual(printed);
});

it("reports nothing of a file that is fine", () => {
  expect(syntaxDiagnostics(readDocument("network.yaml", "a: 1\n"))).toEqual([]);
});
