import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { check } from "../../src/check.ts";
import { connectionKinds } from "../../src/connections/index.ts";
import { design } from "../../src/design.ts";
import { locate } from "../../src/diagnostics/index.ts";
import { formatPrefix } from "../../src/ip/index.ts";
import { readIntent } from "../../src/readers/intent/read-intent.ts";
import {
  readBandwidthMbps,
  readDays,
  readGigabytes,
  readMilliseconds,
  readPercent,
} from "../../src/readers/intent/read-units.ts";
import { writeLock } from "../../src/readers/lock/write-lock.ts";
import { type Json, readDocument } from "../../src/source/index.ts";
import { anyIntent } from "../oracles/intents.ts";

it.each([
  [readBandwidthMbps, "500 Mbps", 500],
  [readBandwidthMbps, "500Mbps", 500],
  [readBandwidthMbps, "1.5 gbps", 1500],
  [readBandwidthMbps, "1,5 Gbps", 1500],
  [readBandwidthMbps, "64 kbps", 0.064],
  [readBandwidthMbps, "10 Gbit/s", 10_000],
  [readBandwidthMbps, "0.1 Tbps", 100_000],
  [readDays, "6 weeks", 42],
  [readDays, "1 day", 1],
  [readDays, "36 hours", 1.5],
  [readDays, "2 Months", 60],
  [readDays, "90 minutes", 0.0625],
  [readMilliseconds, "20 ms", 20],
  [readMilliseconds, "0.5 s", 500],
  [readGigabytes, "500 GB", 500],
  [readGigabytes, "2 TB", 2000],
  [readGigabytes, "0.5 PB", 500_000],
  [readGigabytes, "100 MB", 0.1],
  [readGigabytes, 12.5, 12.5],
  [readGigabytes, 0, 0],
  [readPercent, "99.95%", 99.95],
  [readPercent, "99.95 %", 99.95],
  [readPercent, 99.9, 99.9],
  [readPercent, "100", 100],
] as const)("%o reads %o as %d", (read, text, value) => {
  expect(read(text)).toEqual({ value });
});

it.each([
  [readBandwidthMbps, "500 MB/s", "counts bytes", "4000 Mbps if bytes were meant, or 500 Mbps"],
  [readBandwidthMbps, "0.1 GB/s", "counts bytes", "800 Mbps if bytes were meant, or 0.1 Gbps"],
  [readBandwidthMbps, "100 KB/s", "counts bytes", "0.8 Mbps if bytes were meant, or 100 Kbps"],
  [readBandwidthMbps, 20, "without a unit", "500 Mbps"],
  [readBandwidthMbps, "20", "without a unit", "500 Mbps"],
  [readBandwidthMbps, "fast", "not a bandwidth", "500 Mbps"],
  [readBandwidthMbps, "-5 Mbps", "not a bandwidth", "500 Mbps"],
  [readBandwidthMbps, "0 Mbps", "joins nothing", "more than zero"],
  [readBandwidthMbps, "5 constructor", "not a bandwidth", "500 Mbps"],
  [readBandwidthMbps, "5 __proto__", "not a bandwidth", "500 Mbps"],
  [readBandwidthMbps, "Infinity", "not a bandwidth", "500 Mbps"],
  [readBandwidthMbps, "1e3 Mbps", "not a bandwidth", "500 Mbps"],
  [readDays, "5 toString", "not a time", "6 weeks"],
  [readDays, 3, "without a unit", "6 weeks"],
  [readMilliseconds, "", "not a round trip", "20 ms"],
  [readMilliseconds, "5 years", "not a round trip", "20 ms"],
  [readGigabytes, -1, "less than nothing", "zero or more"],
  [readGigabytes, "5 boxes", "not an amount of traffic", "500 GB"],
  [readPercent, "0", "no share of a hundred", "99.95%"],
  [readPercent, "199%", "no share of a hundred", "99.95%"],
  [readPercent, "nearly all", "no share of a hundred", "99.95%"],
] as const)("%o refuses %o: %s", (read, text, wrong, hint) => {
  expect(read(text)).toEqual({ wrong: expect.stringContaining(wrong), hint: expect.stringContaining(hint) });
});

const KINDS = connectionKinds.map(({ name }) => name);

function read(yaml: string) {
  const { intent, diagnostics } = readIntent(readDocument("network.yaml", yaml), KINDS);
  return { intent, messages: diagnostics.map(({ message }) => message) };
}

function subnetOf(text: string) {
  const { intent, messages } = read(`name: contoso
virtualNetworks: { hub: { region: westeurope, addressSpace: [10.0.0.0/16, "fd00::/56"], subnets: { ${text} } } }`);
  expect(messages).toEqual([]);
  const [subnet] = intent?.virtualNetworks[0]?.subnets ?? [];
  return {
    length: subnet?.length,
    ranges: subnet?.addressPrefixes.map(({ prefix }) => formatPrefix(prefix)),
  };
}

it.each([
  { text: "web: /26", length: 26, ranges: [], why: "a size" },
  { text: "web: 10.0.1.0/24", ranges: ["10.0.1.0/24"], why: "a range" },
  { text: "web:", length: 24, ranges: [], why: "nothing at all" },
  { text: "GatewaySubnet:", length: 27, ranges: [], why: "nothing, for a name that Azure knows" },
  { text: "constructor:", length: 24, ranges: [], why: "nothing, for a name that JavaScript knows" },
  { text: "web: { size: /26 }", length: 26, ranges: [], why: "a size in words" },
  { text: "web: { addressPrefix: 10.0.1.0/24 }", ranges: ["10.0.1.0/24"], why: "a range in words" },
  {
    text: 'web: { addressPrefix: [10.0.1.0/24, "fd00::/64"] }',
    ranges: ["10.0.1.0/24", "fd00::/64"],
    why: "two ranges",
  },
  { text: "web: { hosts: 1 }", length: 29, ranges: [], why: "one host, with Azure's five" },
  { text: "web: { hosts: 3 }", length: 29, ranges: [], why: "as many as a /29 has" },
  { text: "web: { hosts: 4 }", length: 28, ranges: [], why: "one more" },
  { text: "web: { hosts: 251 }", length: 24, ranges: [], why: "as many as a /24 has" },
  { text: "web: { hosts: 252 }", length: 23, ranges: [], why: "more than a /24 has" },
])("reads a subnet from $why", ({ text, length, ranges }) => {
  expect(subnetOf(text)).toEqual({ length, ranges });
});

it("reads every need", () => {
  const { intent, messages } = read(`name: contoso
connections:
  - between: [a, b]
    needs:
      encryption: betweenNetworks
      internet: forbidden
      sla: 99.95%
      bandwidth: { atLeast: 500 Mbps, guaranteed: true }
      latency: { atMost: 20 ms }
      leadTime: { atMost: 2 weeks }
      budget: $500
      traffic: { there: 500 GB }
      resilience: zone
      inspect: firewall`);

  expect(messages).toEqual([]);
  expect(
    Object.fromEntries(
      Object.entries(intent?.connections[0]?.needs ?? {}).map(([key, asked]) => [key, asked.value]),
    ),
  ).toEqual({
    encryption: "betweenNetworks",
    internet: "forbidden",
    sla: 99.95,
    bandwidth: { atLeastMbps: 500, guaranteed: true },
    latency: { atMostMs: 20 },
    leadTime: { atMostDays: 14 },
    budget: { amount: 500, currency: "USD" },
    traffic: { there: 500, back: 0 },
    resilience: "zone",
    inspect: "firewall",
  });
});

it("reads the short forms of needs as the long ones", () => {
  const { intent } = read(`name: contoso
connections: [{ between: [a, b], needs: { bandwidth: 1 Gbps, latency: 5 ms, leadTime: 3 days, budget: 20 } }]`);

  expect(intent?.connections[0]?.needs).toMatchObject({
    bandwidth: { value: { atLeastMbps: 1000, guaranteed: false } },
    latency: { value: { atMostMs: 5 } },
    leadTime: { value: { atMostDays: 3 } },
    budget: { value: { amount: 20, currency: "USD" } },
  });
});

it("gives networks what the defaults say, where they do not say otherwise", () => {
  const { intent } = read(`name: contoso
defaults: { region: West Europe, resourceGroup: rg, dualStack: true, growth: none, tags: { owner: me, cost: 12 } }
addressSpace: [10.0.0.0/8, "fd00::/48"]
virtualNetworks:
  hub:
  other: { region: eastus2, dualStack: false, growth: nextPowerOfTwo, resourceGroup: other, tags: { owner: you, prod: true } }`);

  expect(intent?.virtualNetworks).toMatchObject([
    {
      region: "westeurope",
      scope: { resourceGroup: "rg" },
      dualStack: true,
      growth: { share: 0 },
      tags: { owner: "me", cost: "12" },
    },
    {
      region: "eastus2",
      scope: { resourceGroup: "other" },
      dualStack: false,
      growth: { type: "nextPowerOfTwo" },
      tags: { owner: "you", cost: "12", prod: "true" },
    },
  ]);
});

it("takes a region that Azure opened since, once it is listed", () => {
  const { messages } = read(
    "name: contoso\nextraRegions: [Atlantis]\nvirtualNetworks: { hub: { region: atlantis, size: /24 } }\naddressSpace: 10.0.0.0/8",
  );

  expect(messages).toEqual([]);
});

it("checks the scope that the defaults name, once", () => {
  const { messages } = read(`name: contoso
defaults: { region: westeurope, subscription: 11111111-1111-1111-1111-111111111111 }
virtualNetworks: { hub: { addressSpace: 10.0.0.0/24 }, spoke: { addressSpace: 10.1.0.0/24 } }`);
  const { messages: names } = read("name: contoso\ndefaults: { resourceGroup: 'rg?' }");

  expect(messages).toEqual(["defaults name a subscription and no resource group in it."]);
  expect(names).toEqual(['defaults name the resource group "rg?", which is no name of one.']);
});

const anyConnected = anyIntent.map((text) => {
  const names = Object.keys(text.virtualNetworks).filter((name) => name.startsWith("planned"));
  const [hub, ...spokes] = names;
  const needs = { traffic: { there: "5 GB", back: 10 }, internet: "forbidden", bandwidth: "1 Gbps" };
  return {
    ...text,
    connections: hub !== undefined && spokes.length > 0 ? [{ between: [hub, spokes], needs }] : [],
  };
});

it("a valid file is read without a word", () => {
  fc.assert(
    fc.property(anyConnected, (text) => {
      const { intent, diagnostics } = readIntent(readDocument("network.json", JSON.stringify(text)), KINDS);

      expect(diagnostics).toEqual([]);
      expect(intent?.virtualNetworks.map(({ name }) => name)).toEqual(Object.keys(text.virtualNetworks));
    }),
  );
});

it("YAML and JSON of one intent give one design", () => {
  fc.assert(
    fc.property(anyConnected, (text) => {
      const [yaml, json] = [
        readDocument("network.yaml", stringify(text)),
        readDocument("network.json", JSON.stringify(text)),
      ].map((document) => design(document, { reconsider: false }));

      expect(
        yaml?.diagnostics.map(({ rule, message, origin }) => ({ rule, message, path: origin.path })),
      ).toEqual(json?.diagnostics.map(({ rule, message, origin }) => ({ rule, message, path: origin.path })));
      expect(yaml?.design && writeLock(yaml.design.lock)).toEqual(
        json?.design && writeLock(json.design.lock),
      );
      expect([...(yaml?.design?.estate.resources.keys() ?? [])]).toEqual([
        ...(json?.design?.estate.resources.keys() ?? []),
      ]);
    }),
    { numRuns: 40 },
  );
});

/** What a slip of the hand leaves in place of a value. */
const anySlip = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    24,
    1.5,
    "",
    "x",
    "/22",
    "10.0.0.0/8",
    "10.0.0.1/8",
    "*",
    "hub",
    "::/0",
  ),
  fc.constantFrom<Json>([], {}, [null], ["hub"], [["hub"]], { hub: null }, { constructor: 1 }, [{}], {
    size: "/24",
  }),
);

interface Place {
  readonly value: Json;
  readonly depth: number;
}

/** The value with one thing in it dropped, renamed or replaced: which one, `turns` says. */
function mutated(value: Json, pick: number, slip: Json | undefined, renamed: string | undefined): Json {
  const counter = { left: pick % Math.max(1, count(value)) };
  return change({ value, depth: 0 }, counter, slip, renamed);
}

function count(value: Json): number {
  const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
  return inner.reduce((sum: number, one: Json) => sum + count(one), 1);
}

function change(
  { value, depth }: Place,
  counter: { left: number },
  slip: Json | undefined,
  renamed: string | undefined,
): Json {
  if (typeof value !== "object" || value === null) return value;

  const entries = Object.entries(value).flatMap(([key, inner]: [string, Json]): [string, Json][] => {
    counter.left -= 1;
    if (counter.left !== -1)
      return [[key, change({ value: inner, depth: depth + 1 }, counter, slip, renamed)]];
    if (renamed !== undefined) return [[renamed, inner]];
    return slip === undefined ? [] : [[key, slip]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

it("a file with a slip anywhere never throws, and what is said of it has a place in the file", () => {
  const anyRename = fc.option(
    fc.constantFrom("siz", "x", "", "hub", "__proto__", "constructor", "Planned-0"),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      anyConnected,
      fc.array(fc.tuple(fc.nat(200), anySlip, anyRename), { minLength: 1, maxLength: 3 }),
      (text, slips) => {
        const json: Json = JSON.parse(JSON.stringify(text));
        const broken = slips.reduce(
          (value: Json, [pick, slip, renamed]) => mutated(value, pick, slip, renamed),
          json,
        );
        const document = readDocument("network.json", JSON.stringify(broken));

        const { diagnostics } = check(document, { reconsider: false });

        for (const diagnostic of diagnostics) {
          const { file, span } = locate(diagnostic, new Map([[document.file, document]]));
          expect(file).toBe("network.json");
          expect(span?.start.offset).toBeGreaterThanOrEqual(0);
          expect(diagnostic.message).not.toMatch(/undefined|\[object|NaN|Unrecognized|Invalid input/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
