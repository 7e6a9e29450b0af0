import { indexEstate } from "../../src/model/estate-index.ts";
import { createTracer, solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { type Difference, differencesOf } from "./causes.ts";
import { findDown } from "./find-down.ts";
import type { Lab } from "./lab.ts";
import { isHit, type PredictedProbe, predictProbe } from "./predict-probes.ts";
import { predictTables, type SolvedLab } from "./predict-tables.ts";
import { type OwnedRows, type Recording, TABLE_NAMES, type TableName } from "./recording.ts";
import { added, compareRows, nothing, type Score } from "./score.ts";
import { leftOut, setAside, type Varying, varyingIn } from "./set-aside.ts";

export interface TableResult {
  readonly table: TableName;
  readonly exact: Score;
  /** Without what two recordings of one state do not agree on. */
  readonly steady: Score;
  readonly differences: readonly (Difference & { readonly owner: string })[];
}

export interface Result {
  readonly lab: string;
  readonly state: string;
  readonly tables: readonly TableResult[];
  readonly probes: readonly (PredictedProbe & { readonly hit: boolean })[];
  /** What could not be read, found or modelled. */
  readonly remarks: readonly string[];
}

export function solveLab(lab: Lab, recording: Pick<Recording, "down">) {
  const topology = buildTopology(indexEstate(lab.estate));
  const { down, unclear } = findDown(recording.down, lab, topology);
  const situation = { down };
  const solved: SolvedLab = { lab, topology, situation, solved: solveSessions(topology, situation) };
  return { solved, unclear };
}

export function runCase(lab: Lab, recording: Recording): Result {
  const { solved, unclear } = solveLab(lab, recording);
  const { tables, unknownOwners } = predictTables(recording, solved);
  const varying = varyingIn(lab);
  const tracer = createTracer(solved.topology, solved.solved, solved.situation);
  return {
    lab: lab.name,
    state: recording.state,
    tables: TABLE_NAMES.flatMap((table) => {
      const recorded = recording.tables[table];
      return recorded ? [scoreTable(table, recorded, tables[table] ?? {}, varying)] : [];
    }),
    probes: recording.probes.map((probe) => {
      const predicted = predictProbe(probe, solved, (from, to, flow) => tracer.trace(from, to, flow));
      return { ...predicted, hit: isHit(predicted, lab) };
    }),
    remarks: [
      ...lab.unread,
      ...unclear,
      ...unknownOwners,
      ...recording.leftOut.map((table) => `${table} is of another state and left out`),
    ],
  };
}

function scoreTable(
  table: TableName,
  recorded: OwnedRows,
  predicted: OwnedRows,
  varying: Varying,
): TableResult {
  let [exact, steady] = [nothing, nothing];
  const differences = Object.entries(recorded).flatMap(([owner, rows]) => {
    const guessed = predicted[owner] ?? [];
    const compared = compareRows(rows, guessed);
    exact = added(exact, compared.score);
    steady = added(
      steady,
      compareRows(setAside(table, owner, rows, varying), setAside(table, owner, guessed, varying)).score,
    );
    const aside = new Set([
      ...leftOut(table, owner, rows, varying),
      ...leftOut(table, owner, guessed, varying),
    ]);
    return differencesOf(table, owner, compared, varying, (row) => aside.has(row)).map((difference) => ({
      ...difference,
      owner,
    }));
  });
  return { table, exact, steady, differences };
}
