import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { syntaxDiagnostics } from "../../diagnostics/from-syntax.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import type { Expectation, ExpectedEnd } from "../../model/expectation.ts";
import type { Flow } from "../../model/trace.ts";
import type { Document } from "../../source/document.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { readBandwidthMbps } from "../intent/read-units.ts";
import { type ExpectationEntry, expectationsFile } from "./expectations-file.ts";
import { findNamed, isPattern, type Named } from "./find-named.ts";

export interface ExpectationsRead {
  readonly expectations: readonly Expectation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of expectations about places that are there. An entry with a mistake is reported and left out. */
export function readExpectations(document: Document, places: readonly Named[]): ExpectationsRead {
  const root: Origin = { file: document.file, path: [] };
  if (document.problems.length > 0) return { expectations: [], diagnostics: syntaxDiagnostics(document) };

  const { data, diagnostics } = checkSchema(expectationsFile, document.value, root, "expectation");
  if (!data) return { expectations: [], diagnostics };

  const read = data.expect.map((entry, index) =>
    readEntry(entry, originWithin(root, "expect", index), places),
  );
  return {
    expectations: read.flatMap(({ expectations }) => expectations),
    diagnostics: read.flatMap((one) => one.diagnostics),
  };
}

function readEntry(entry: ExpectationEntry, origin: Origin, places: readonly Named[]): ExpectationsRead {
  const from = readEnd(entry.from, originWithin(origin, "from"), places);
  const to = readEnd(entry.to, originWithin(origin, "to"), places);
  const flow = readFlow(entry, origin);
  const atLeast = readAtLeast(entry, origin);
  const diagnostics = [...from.diagnostics, ...to.diagnostics, ...flow.diagnostics, ...atLeast.diagnostics];
  if (diagnostics.length > 0) return { expectations: [], diagnostics };

  const reach = isYes(entry.reach ?? true);
  const encrypted = readEncrypted(entry);
  const expectation: Expectation = {
    from: from.end,
    to: to.end,
    reach,
    bothWays: !reach || isYes(entry.bothWays ?? false),
    flow: flow.flow,
    ...(encrypted ? { encrypted: { value: encrypted, origin: originWithin(origin, "encrypted") } } : {}),
    ...(entry.internet
      ? { internet: { value: entry.internet, origin: originWithin(origin, "internet") } }
      : {}),
    ...(atLeast.mbps === undefined
      ? {}
      : { atLeastMbps: { value: atLeast.mbps, origin: originWithin(origin, "atLeast") } }),
    by: "file",
    origin,
  };
  return { expectations: [expectation], diagnostics: [] };
}

function readEnd(texts: ExpectationEntry["from"], origin: Origin, places: readonly Named[]) {
  const list = typeof texts === "string" ? [texts] : texts;
  const diagnostics: Diagnostic[] = [];
  const nodes = new Set<string>();
  for (const [index, text] of list.entries()) {
    const at = typeof texts === "string" ? origin : originWithin(origin, index);
    const found = findNamed(text, places);
    if (found.length === 0) diagnostics.push(unknownName(text, at, places));
    else if (found.length > 1 && !isPattern(text)) diagnostics.push(ambiguousName(text, at, found));
    for (const { id } of found) nodes.add(id);
  }
  const end: ExpectedEnd = { name: list.join(", "), nodes: [...nodes] };
  return { end, diagnostics };
}

function readFlow({ protocol, port }: ExpectationEntry, origin: Origin) {
  const none: readonly Diagnostic[] = [];
  if (port === undefined) return { flow: { protocol: protocol ?? "*" } satisfies Flow, diagnostics: none };
  if (protocol !== "icmp")
    return { flow: { protocol: protocol ?? "tcp", port } satisfies Flow, diagnostics: none };
  const diagnostic: Diagnostic = {
    rule: "expectation/invalid-value",
    severity: "error",
    message: "ICMP has no ports.",
    origin: originWithin(origin, "port"),
    hint: "Remove port, or write protocol: tcp or udp.",
  };
  return { flow: { protocol } satisfies Flow, diagnostics: [diagnostic] };
}

function readAtLeast({ atLeast }: ExpectationEntry, origin: Origin) {
  const none: readonly Diagnostic[] = [];
  if (atLeast === undefined) return { diagnostics: none };
  const figure = readBandwidthMbps(atLeast);
  if ("value" in figure) return { mbps: figure.value, diagnostics: none };
  const diagnostic: Diagnostic = {
    rule: "expectation/invalid-value",
    severity: "error",
    message: `atLeast ${figure.wrong}`,
    origin: originWithin(origin, "atLeast"),
    hint: figure.hint,
  };
  return { diagnostics: [diagnostic] };
}

function readEncrypted({ encrypted }: ExpectationEntry) {
  if (encrypted === "betweenNetworks" || encrypted === "acrossInternet") return encrypted;
  return encrypted !== undefined && isYes(encrypted) ? "betweenNetworks" : undefined;
}

function isYes(value: boolean | "yes" | "no"): boolean {
  return value === true || value === "yes";
}

function unknownName(text: string, origin: Origin, places: readonly Named[]): Diagnostic {
  const names = places.flatMap(({ name }) => [name, name.slice(name.lastIndexOf("/") + 1)]);
  const guess = isPattern(text) ? undefined : didYouMean(text, [...new Set(names)]);
  return {
    rule: "expectation/unknown-name",
    severity: "error",
    message: isPattern(text)
      ? `"${text}" fits no subnet, network, site or users.`
      : `"${text}" is no subnet with hosts, no network, no site and no users.`,
    origin,
    hint:
      guess === undefined
        ? `Name one that is there: ${few(places.map(({ name }) => name))}.`
        : `Write ${guess}.`,
  };
}

const MOST_NAMES = 4;

function few(names: readonly string[]): string {
  if (names.length === 0) return "none is";
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : "";
  return `${names.slice(0, MOST_NAMES).join(", ")}${more}`;
}

function ambiguousName(text: string, origin: Origin, found: readonly Named[]): Diagnostic {
  const names = new Set(found.map(({ name }) => name));
  const shown = names.size === found.length ? [...names] : found.map(({ id }) => id);
  return {
    rule: "expectation/ambiguous-name",
    severity: "error",
    message: `"${text}" may be ${few(shown)}.`,
    origin,
    hint: "Write more of its name, or * where all are meant.",
  };
}
