import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../src/model/estate.ts";
import { root } from "../source-files.ts";
import { askedOf } from "./asked.ts";
import { fingerprintOf, type Recording } from "./recording.ts";

const folder = join(root, "test", "mutants", "recorded");

/** Ids are long and begin alike, those of drawn estates and those of scenarios: in the files that beginning is one sign. */
const SIGNS = [
  ["~", beginningIn("rg-network")],
  ["^", beginningIn("example")],
] as const;

function beginningIn(group: string): string {
  return `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/${group}/providers/microsoft.network/`;
}

export interface Case {
  readonly recording: Recording;
  readonly estate: Estate;
}

/** All that were written down, the small ones first. */
export function recordedCases(): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name !== "caught.json")
    .map((name) => readRecording(join(folder, name)))
    .map((recording) => ({ recording, estate: askedOf(recording.name, 0).estate }))
    .toSorted((a, b) => a.recording.hosts.length - b.recording.hosts.length);
}

/** Drawn otherwise today than on the day when its lab ran. */
export function isStale({ recording, estate }: Case): boolean {
  return recording.estate !== fingerprintOf(estate);
}

function readRecording(path: string): Recording {
  let text = readFileSync(path, "utf8");
  for (const [sign, beginning] of SIGNS) text = text.replaceAll(sign, beginning);
  return JSON.parse(text);
}

export function writeRecording(recording: Recording): void {
  let text = JSON.stringify(recording);
  for (const [sign, beginning] of SIGNS) text = text.replaceAll(beginning, sign);
  writeFileSync(join(folder, `${recording.name}.json`), `${text}\n`);
}

/** By rule, the recording whose lab catches its mutant: found by trying all, and tried first from then on. */
export function readCaught(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, "caught.json"), "utf8"));
}

export function writeCaught(caught: Readonly<Record<string, string>>): void {
  writeFileSync(join(folder, "caught.json"), `${JSON.stringify(caught, null, 2)}\n`);
}
