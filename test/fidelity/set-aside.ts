import { numberOf } from "../../src/model/number-of.ts";
import { propertyOf, textOf, textsOf } from "../../src/model/properties.ts";
import type { Lab } from "./lab.ts";
import type { RecordedRow, TableName } from "./recording.ts";

/** What the second figure must know of a lab. */
export interface Varying {
  readonly expressRouteGateways: ReadonlySet<string>;
  readonly routeServerAddresses: ReadonlySet<string>;
  readonly gatewayAsns: ReadonlySet<string>;
}

export function varyingIn({ estate }: Lab): Varying {
  const all = [...estate.resources.values()];
  const servers = all.filter(({ type }) => type.toLowerCase() === "microsoft.network/virtualhubs");
  const gateways = all.filter(
    ({ type }) => type.toLowerCase() === "microsoft.network/virtualnetworkgateways",
  );
  return {
    expressRouteGateways: new Set(
      gateways
        .filter((gateway) => textOf(propertyOf(gateway, "gatewayType")) === "ExpressRoute")
        .map(({ name }) => name.toLowerCase()),
    ),
    routeServerAddresses: new Set(
      servers.flatMap((server) => textsOf(propertyOf(server, "virtualRouterIps"))),
    ),
    gatewayAsns: new Set(
      gateways.flatMap((gateway) => numberOf(propertyOf(gateway, "bgpSettings", "asn")) ?? []).map(String),
    ),
  };
}

/**
 * The rows without what two recordings of one state do not agree on: which instance of an ExpressRoute gateway answered,
 * what comes from or goes to a Route Server, and which of equal paths a provider's router takes. The last also decides
 * which circuit gets a prefix back that it had told, so those rows are set aside, too.
 */
export function setAside(
  table: TableName,
  owner: string,
  rows: readonly RecordedRow[],
  varying: Varying,
): readonly RecordedRow[] {
  const ofExpressRoute = varying.expressRouteGateways.has(owner.toLowerCase());
  switch (table) {
    case "bgpPeers":
      return rows
        .filter(({ neighbor }) => !isRouteServer(neighbor, varying))
        .map((row) => (ofExpressRoute ? without(row, "localAddress") : row));
    case "learnedRoutes":
      return rows
        .filter(({ sourcePeer }) => !isRouteServer(sourcePeer, varying))
        .map((row) => (ofExpressRoute && row["origin"] === "Network" ? without(row, "sourcePeer") : row));
    case "circuitRoutes": {
      const told = new Set(rows.filter((row) => isFromGateway(row, varying)).map(({ network }) => network));
      return rows.filter((row) => isFromGateway(row, varying) || !told.has(row["network"] ?? null));
    }
    case "mcrRoutes":
      return rows.map((row) => without(row, "best"));
    case "effectiveRoutes":
    case "nvaRoutes":
    case "nvaBgpRoutes":
    case "nvaInterfaces":
      break;
  }
  return rows;
}

/** The rows that are left out, as they stand in the table; others lose a column at most. */
export function leftOut(
  table: TableName,
  owner: string,
  rows: readonly RecordedRow[],
  varying: Varying,
): readonly RecordedRow[] {
  if (table === "mcrRoutes") return [];
  if (table === "circuitRoutes") {
    const kept = new Set(setAside(table, owner, rows, varying));
    return rows.filter((row) => !kept.has(row));
  }
  return rows.filter((row) => setAside(table, owner, [row], varying).length === 0);
}

function isRouteServer(cell: unknown, { routeServerAddresses }: Varying): boolean {
  return typeof cell === "string" && routeServerAddresses.has(cell);
}

function isFromGateway({ path }: RecordedRow, { gatewayAsns }: Varying): boolean {
  return gatewayAsns.has(String(path ?? "").split(" ")[0] ?? "");
}

function without(row: RecordedRow, column: string): RecordedRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== column));
}
