import { expect, it } from "vitest";
import { check } from "../src/check.ts";
import { formatText, locate, sortDiagnostics } from "../src/diagnostics/index.ts";
import { decodeText, readDocument } from "../src/source/index.ts";

/** What is too large, or no text, to be committed. */
function answerTo(file: string, text: string): string {
  const document = readDocument(file, text);
  const { diagnostics } = check(document, { reconsider: false });
  return formatText(
    sortDiagnostics(diagnostics.map((diagnostic) => locate(diagnostic, new Map([[file, document]])))),
  );
}

it("one mistake in ten megabytes of JSON is found, and soon", () => {
  const entries = Array.from({ length: 5000 }, (_, index) => [
    `net-${index}`,
    { addressSpace: `10.${Math.floor(index / 256)}.${index % 256}.0/24`, description: "x".repeat(2000) },
  ]);
  const virtualNetworks = { ...Object.fromEntries(entries), last: { siz: "/24" } };
  const text = JSON.stringify(
    { name: "contoso", defaults: { region: "westeurope" }, virtualNetworks },
    undefined,
    1,
  );
  const started = performance.now();

  const answer = answerTo("network.json", text);

  expect(text.length).toBeGreaterThan(10_000_000);
  expect(answer).toContain(
    "error intent/unknown-key\n  virtualNetworks.last.siz is not a key that is known here.\n  hint: Write size.",
  );
  expect(performance.now() - started).toBeLessThan(15_000);
});

it("ten megabytes of YAML are refused at once, with the way out", () => {
  expect(answerTo("network.yaml", `name: ${"x".repeat(10_000_000)}`)).toBe(
    [
      "network.yaml:1:1 error source/invalid-yaml",
      "  network.yaml holds 10.0 MB; YAML is read up to 8 MB.",
      "  hint: Write it as JSON, or split it.",
      "",
      "1 error in network.yaml",
    ].join("\n"),
  );
});

it("nesting without end is refused", () => {
  const answer = answerTo("network.yaml", `name: ${"[".repeat(100_000)}`);

  expect(answer).toMatch(/^network\.yaml:1:\d+ error source\/invalid-yaml/);
  expect(answer).toContain("1 error in network.yaml");
});

it.each([
  {
    bytes: [0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xe9, 0x0a],
    says: "Byte 0xE9 at line 1, column 7 is not UTF-8.",
    why: "Latin-1",
  },
  { bytes: [0xff, 0xfe, 0x6e, 0x00], says: "The file is UTF-16.", why: "UTF-16" },
  { bytes: [0x6e, 0x00, 0x6d], says: "The file holds a byte 0x00, so it is no text.", why: "a binary file" },
])("$why is refused with its place", ({ bytes, says }) => {
  expect(decodeText(Uint8Array.from(bytes))).toMatchObject({
    problem: { message: says, hint: expect.any(String) },
  });
});
