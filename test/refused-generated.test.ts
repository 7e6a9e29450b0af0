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
  {
    bytes: [0xff, 0xfe, 0x6e],
    says: "The file begins as UTF-16 and is none.",
    why: "UTF-16 that is cut off",
  },
  { bytes: [0x6e, 0x00, 0x6d], says: "The file holds a byte 0x00, so it is no text.", why: "a binary file" },
])("$why is refused with its place", ({ bytes, says }) => {
  expect(decodeText(Uint8Array.from(bytes))).toMatchObject({
    problem: { message: says, hint: expect.any(String) },
  });
});

/** It plans a thousand networks, their peerings and a gateway, and holds all rules against them: some seconds. */
it("a thousand spokes are more than Azure takes at one hub and in one region, and both are said", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `spoke-${String(index).padStart(4, "0")}`);
  const text = JSON.stringify({
    name: "thousand",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: {
      hub: { role: "hub", size: "/22" },
      ...Object.fromEntries(names.map((name) => [name, { size: "/24" }])),
    },
    sites: {
      office: { addressSpace: "192.168.0.0/16", vpnDevices: [{ publicIp: "198.51.100.10", asn: 65010 }] },
    },
    connections: [{ between: ["hub", "spoke-*"] }, { between: ["spoke-*", "office"] }],
  });

  const lines = answerTo("network.json", text).split("\n");

  expect(lines.filter((line) => line.startsWith("  "))).toEqual([
    "  The subscription has 1001 virtual networks in westeurope; Azure takes 1000, and spoke-0999 is the first above.",
    "  hint: Put spoke-0999 into another subscription, or ask Azure to raise the limit.",
    "  hub has 1000 peerings; Azure allows 500.",
    "  hint: Move some peers of hub to a second hub; without an ExpressRoute gateway Azure Virtual Network Manager makes up to 1,000.",
  ]);
  expect(lines.at(-1)).toBe("2 errors in network.json");
}, 60_000);
