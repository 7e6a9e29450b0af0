import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import type { Solved } from "../../src/routing/solved.ts";
import type { Lab } from "./lab.ts";
import { predictCircuit } from "./predict-circuit.ts";
import { predictEffectiveRoutes } from "./predict-effective.ts";
import { predictLearned, predictPeers } from "./predict-gateway.ts";
import { predictHostBgp, predictHostInterfaces, predictHostRoutes } from "./predict-host.ts";
import { predictProviderRouter } from "./predict-provider.ts";
import type { OwnedRows, RecordedRow, Recording, TableName, Tables } from "./recording.ts";
import { TABLE_NAMES } from "./recording.ts";

/** A lab with its routes found, while some of it is down. */
export interface SolvedLab {
  readonly lab: Lab;
  readonly topology: Topology;
  readonly solved: Solved;
  readonly situation: Situation;
}

/** What a table's owner is asked for; `undefined` where the estate has no such owner. */
type Predictor = (
  owner: string,
  lab: SolvedLab,
  recorded: readonly RecordedRow[],
) => readonly RecordedRow[] | undefined;

const predictors: Readonly<Record<TableName, Predictor>> = {
  bgpPeers: predictPeers,
  learnedRoutes: predictLearned,
  circuitRoutes: predictCircuit,
  effectiveRoutes: predictEffectiveRoutes,
  mcrRoutes: predictProviderRouter,
  nvaRoutes: predictHostRoutes,
  nvaBgpRoutes: predictHostBgp,
  nvaInterfaces: predictHostInterfaces,
};

export interface PredictedTables {
  readonly tables: Tables;
  /** Owners that the estate does not know. */
  readonly unknownOwners: readonly string[];
}

/** The tables that a recording has, as they are predicted. Of a recorded table only its print is looked at. */
export function predictTables(recording: Recording, lab: SolvedLab): PredictedTables {
  const tables: Partial<Record<TableName, OwnedRows>> = {};
  const unknownOwners: string[] = [];
  for (const name of TABLE_NAMES) {
    const owned = recording.tables[name];
    if (!owned) continue;
    tables[name] = Object.fromEntries(
      Object.entries(owned).map(([owner, recorded]) => {
        const rows = predictors[name](owner, lab, recorded);
        if (!rows) unknownOwners.push(`${name}: nothing in the estate is called ${owner}`);
        return [owner, rows ?? []];
      }),
    );
  }
  return { tables, unknownOwners };
}
