import type { RecordedRow, TableName } from "./recording.ts";
import { type Compared, canonical } from "./score.ts";
import type { Varying } from "./set-aside.ts";

export interface Difference {
  readonly row: RecordedRow;
  readonly side: "recorded" | "predicted";
  /** The row of the other side that is nearest, where they differ in few columns. */
  readonly columns: readonly string[];
  readonly cause: string;
}

/** Every row that stands on one side only, with why; found by rule from the row, never by its lab. */
export function differencesOf(
  table: TableName,
  owner: string,
  { missing, surplus }: Compared,
  varying: Varying,
  /** What the steady figure leaves out altogether. */
  isSetAside: (row: RecordedRow) => boolean,
): readonly Difference[] {
  const find = (row: RecordedRow, side: Difference["side"], others: readonly RecordedRow[]): Difference => {
    const columns = nearest(row, others);
    const cause = causeOf(table, owner, columns, varying, isSetAside(row)) ?? plainCause(side, columns);
    return { row, side, columns, cause };
  };
  return [
    ...missing.map((row) => find(row, "recorded", surplus)),
    ...surplus.map((row) => find(row, "predicted", missing)),
  ];
}

const FEW = 2;

/** The columns in which the nearest row of the other side differs; none where no row is near. */
function nearest(row: RecordedRow, others: readonly RecordedRow[]): readonly string[] {
  const lists = others
    .filter((other) => canonical(keyIn(other)) === canonical(keyIn(row)))
    .map((other) =>
      Object.keys(row).filter(
        (column) => canonical(row[column] ?? null) !== canonical(other[column] ?? null),
      ),
    );
  const [best = []] = lists.toSorted((a, b) => a.length - b.length || saysWho(a) - saysWho(b));
  return best.length <= FEW ? best : [];
}

/** A row of the same neighbour is nearer than one of another. */
function saysWho(columns: readonly string[]): number {
  return columns.some((column) => ["nextHop", "sourcePeer", "vxc"].includes(column)) ? 1 : 0;
}

function keyIn(row: RecordedRow) {
  return row["network"] ?? row["prefix"] ?? row["neighbor"] ?? row["interface"] ?? null;
}

function causeOf(
  table: TableName,
  owner: string,
  columns: readonly string[],
  varying: Varying,
  isSetAside: boolean,
): string | undefined {
  const only = (column: string) => columns.length === 1 && columns[0] === column;
  switch (table) {
    case "bgpPeers":
    case "learnedRoutes":
      if (isSetAside) return "what a Route Server reflects differs from one recording of a state to the next";
      if (
        (only("localAddress") || only("sourcePeer")) &&
        varying.expressRouteGateways.has(owner.toLowerCase())
      ) {
        return "either instance of an ExpressRoute gateway may answer";
      }
      break;
    case "circuitRoutes":
      if (only("starred")) return "an edge uses the older of two equal paths, and nobody recorded an age";
      if (isSetAside)
        return "the provider router's choice among equal paths decides which circuit gets a prefix back";
      break;
    case "mcrRoutes":
      if (only("best")) return "the provider router's choice among equal paths";
      break;
    case "effectiveRoutes":
    case "nvaRoutes":
    case "nvaBgpRoutes":
    case "nvaInterfaces":
      break;
  }
  return undefined;
}

function plainCause(side: Difference["side"], columns: readonly string[]): string {
  if (columns.length > 0) return `another ${columns.join(" and ")}`;
  return side === "recorded" ? "recorded and not predicted" : "predicted and not recorded";
}
