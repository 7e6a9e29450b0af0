import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Needs, Table } from "../../model/topology.ts";
import type { LabShield } from "../lab-plan.ts";
import type { RouterDraft } from "./router-draft.ts";

/** What nobody can tell a table of, as long as what it needs is up. */
export interface Shield {
  readonly prefix: Prefix;
  readonly needs: Needs;
}

/** Beside the router's own file, which includes it: written anew when something fails. */
export const SHIELDS = "shields.conf";

export function shieldsOf({ layers }: Table): readonly Shield[] {
  return layers.filter(({ shields }) => shields).flatMap(rowsAsShields);
}

export function finalsOf({ layers }: Table): readonly Shield[] {
  return layers.filter(({ final }) => final).flatMap(rowsAsShields);
}

function rowsAsShields({ rows }: Table["layers"][number]): readonly Shield[] {
  return rows.filter(({ prefix }) => prefix.family === 4).map(({ prefix, needs }) => ({ prefix, needs }));
}

/** Of a router's tables, each once: those of one peering come and go together. */
export function labShields({ tables }: RouterDraft): readonly LabShield[] {
  const all = tables.flatMap(({ learned }) => learned.flatMap(({ shields }) => shields));
  const byNeeds = new Map(
    all.filter(({ needs }) => needs.length > 0).map(({ needs }) => [JSON.stringify(needs), needs]),
  );
  return [...byNeeds.values()].map((needs, index) => ({ name: `shield${index}`, needs }));
}

/** As statements of a filter, which rejects what lies inside. */
export function shieldsText(shields: readonly Shield[], known: readonly LabShield[]): string {
  const byNeeds = new Map(known.map(({ name, needs }) => [JSON.stringify(needs), name]));
  const groups = new Map<string | undefined, string[]>();
  for (const { prefix, needs } of shields) {
    const name = byNeeds.get(JSON.stringify(needs));
    groups.set(name, [...(groups.get(name) ?? []), `${formatPrefix(prefix)}+`]);
  }
  return [...groups]
    .map(([name, ranges]) => {
      const stands = name === undefined ? "" : `${name} && `;
      return `if ${stands}net ~ [${ranges.join(", ")}] then reject; `;
    })
    .join("");
}

export function shieldsFile(shields: readonly LabShield[], fallen: (name: string) => boolean): string {
  return shields.map(({ name }) => `define ${name} = ${fallen(name) ? "false" : "true"};\n`).join("");
}
