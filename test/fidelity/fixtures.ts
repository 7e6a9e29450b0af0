import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { readDocument } from "../../src/source/index.ts";
import { root } from "../source-files.ts";
import type { Host, Lab } from "./lab.ts";
import { objectOf } from "./lab-json.ts";
import { readLab, withSilentRouters } from "./read-lab.ts";
import {
  type Cell,
  type OwnedRows,
  type Recording,
  readRecording,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from "./recording.ts";

const recordedFolder = join(root, "test/fidelity/recorded");

export interface Case {
  readonly lab: Lab;
  readonly recordings: readonly Recording[];
}

/** Ours: an estate, what no estate says, and a file a state. */
export function ownCases(folder = recordedFolder): readonly Case[] {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => name.endsWith(".lab.json"))
    .map((name) => {
      const lab = name.slice(0, -".lab.json".length);
      const file = `${lab}.estate.yaml`;
      const { estate, diagnostics } = readEstate(readDocument(file, text(file)));
      const beside: Omit<Lab, "estate" | "unread"> & { readonly hosts: readonly Host[] } = JSON.parse(
        text(name),
      );
      return {
        lab: { ...beside, estate, unread: diagnostics.map(({ message }) => message) },
        recordings: names
          .filter((other) => other.startsWith(`${lab}.`) && other.endsWith(".recorded.json"))
          .map((other) => unpacked(JSON.parse(text(other)))),
      };
    });
}

/** Others' in the form in which they are shared: `<lab>.topology.json` with its `<lab>.<state>.json`. */
export function sharedCases(folder: string): readonly Case[] {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => name.endsWith(".topology.json"))
    .map((name) => {
      const lab = name.slice(0, -".topology.json".length);
      const topology = objectOf(JSON.parse(text(name)));
      return {
        lab: readLab(text(name)),
        recordings: names
          .filter((other) => other.startsWith(`${lab}.`) && other.endsWith(".json") && other !== name)
          .map((other) => withSilentRouters(readRecording(text(other), topology), topology)),
      };
    });
}

/** Rows without their columns' names, which are the same in all of them. */
type Packed = Omit<Recording, "tables"> & {
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly (readonly Cell[])[]>>>>;
};

function unpacked(recording: Packed): Recording {
  const tables: Partial<Record<TableName, OwnedRows>> = {};
  for (const table of TABLE_NAMES) {
    const owned = recording.tables[table];
    if (!owned) continue;
    tables[table] = Object.fromEntries(
      Object.entries(owned).map(([owner, rows]) => [
        owner,
        rows.map((row) =>
          Object.fromEntries(TABLES[table].map((column, index) => [column, row[index] ?? null])),
        ),
      ]),
    );
  }
  return { ...recording, tables };
}
