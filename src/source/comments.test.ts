import fc from "fast-check";
import { expect, it } from "vitest";
import { commentsOf } from "./comments.ts";

it("finds comments of YAML, and no mark inside of a text", () => {
  const text =
    "# top\r\na: &x # one\n  b: 'x # no' # two\n  c: |\n    # not\n  # three\nd: [x#y, # four\n  z]\n";

  expect(commentsOf("a.yaml", text).map((comment) => comment.text)).toEqual([
    "top",
    "one",
    "two",
    "three",
    "four",
  ]);
});

it("finds both comments of JSON, and none inside of a text, also of one over several lines", () => {
  const text = '{ // a\n "x": "// no \\" /* no */", /* b\n c */ "y": "[concat(\n // no\n)]" } // d';

  expect(commentsOf("a.json", text).map((comment) => comment.text)).toEqual(["a", "b\n c", "d"]);
});

it.each(["a.yaml", "a.json"])("ranges cut exactly the comments out of any text: %s", (file) => {
  const piece = fc.constantFrom(
    "# x\n",
    "// y\n",
    "/* z */",
    '"a"',
    "'b'",
    "- c\n",
    "{d: 1}",
    "\n",
    " ",
    "\\",
    "e: |\n  f\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const mark = file === "a.yaml" ? /^#/ : /^\/[/*]/;
      for (const { range } of commentsOf(file, text)) {
        expect(text.slice(range.start, range.end)).toMatch(mark);
      }
    }),
  );
});
