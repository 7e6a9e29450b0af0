import { expect, it } from "vitest";
import { readDocument } from "../../source/index.ts";
import { withSeveralValues } from "./several-values.ts";

const ID = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworks";

it.each([
  { written: "a line each", between: "\n", space: undefined, file: "all.ndjson" },
  { written: "over several lines", between: "\r\n\r\n", space: 2, file: "all.json" },
])("values one behind the other are one list: $written", ({ between, space, file }) => {
  const values = [{ id: `${ID}/a`, name: 'it is "}{" \\' }, [{ id: `${ID}/b`, name: "b" }]];
  const text = `${values.map((value) => JSON.stringify(value, undefined, space)).join(between)}\n`;

  const document = withSeveralValues(readDocument(file, text));

  expect(document.problems).toEqual([]);
  expect(document.value).toEqual(values);
  const { start, end } = document.spanOf([1, 0, "name"]);
  expect(text.slice(start.offset, end.offset)).toBe('"b"');
});

it("leaves alone what is no export, or is broken", () => {
  for (const text of ['{"a":1}\n{"b":2}', `{"id":"${ID}/a"}\n{"id":`, `{"id":"${ID}/a"}{"id":"${ID}/b"}`]) {
    const document = readDocument("all.json", text);

    expect(withSeveralValues(document)).toBe(document);
  }
});
