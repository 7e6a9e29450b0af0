import type { Situation } from "../../src/model/situation.ts";
import { ownCases } from "../fidelity/fixtures.ts";
import type { Lab } from "../fidelity/lab.ts";
import type { Cell, Recording } from "../fidelity/recording.ts";
import { solveLab } from "../fidelity/run-case.ts";

/** As `az network nic show-effective-route-table` prints it. */
export interface PrintedRow {
  readonly disableBgpRoutePropagation: boolean;
  readonly source: string;
  readonly state: string;
  readonly addressPrefix: readonly string[];
  readonly nextHopType: string;
  readonly nextHopIpAddress: readonly string[];
}

/** What real Azure printed of one network interface. */
export interface RecordedNic {
  readonly lab: Lab;
  readonly state: string;
  readonly nic: string;
  readonly situation: Situation;
  /** A row a route, with lists. */
  readonly rows: readonly PrintedRow[];
}

export const recordedNics: readonly RecordedNic[] = ownCases().flatMap(({ lab, recordings }) =>
  recordings.flatMap((recording) =>
    Object.keys(recording.tables.effectiveRoutes ?? {}).map((nic) => nicOf(nic, lab, recording)),
  ),
);

function nicOf(nic: string, lab: Lab, recording: Recording): RecordedNic {
  const rows = recording.tables.effectiveRoutes?.[nic] ?? [];
  return {
    lab,
    state: recording.state,
    nic,
    situation: solveLab(lab, recording).solved.situation,
    rows: rows.map(({ source, state, prefix, nextHopType, nextHopIp }) => ({
      disableBgpRoutePropagation: false,
      source: text(source),
      state: text(state),
      addressPrefix: [text(prefix)],
      nextHopType: text(nextHopType),
      nextHopIpAddress: text(nextHopIp) === "" ? [] : [text(nextHopIp)],
    })),
  };
}

/** Rows that say the same but for the prefix share one, as some versions of the tool print them. */
export function grouped(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const groups = new Map<string, PrintedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, addressPrefix: [] });
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first
      ? [{ ...first, addressPrefix: [first, ...others].flatMap(({ addressPrefix }) => addressPrefix) }]
      : [],
  );
}

function text(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : "";
}
