import { equals, formatPrefix } from "../../src/ip/index.ts";
import type { BgpRoute } from "../../src/routing/solved.ts";
import { resources } from "./find-down.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { RecordedRow } from "./recording.ts";

/** How an edge router prints: one sort has `100` and `65515 I`, the other nothing and `65515`. Read off the table. */
interface Print {
  readonly locPrf: number | null;
  readonly internalOrigin: string;
}

/**
 * The routes of one path of a circuit. `*` marks which of the gateway's instances an edge uses. Which one, Azure does
 * not say: in every record it is the one that is listed last where routers list the newest first, so the older of two
 * equal paths. Nobody recorded an age: it is taken that each edge heard the instance of its own number first.
 */
export function predictCircuit(
  owner: string,
  lab: SolvedLab,
  recorded: readonly RecordedRow[],
): readonly RecordedRow[] | undefined {
  const { topology, solved } = lab;
  const cut = owner.lastIndexOf("/");
  const path = owner.slice(cut + 1).toLowerCase();
  const [circuit] = resources(lab.lab.estate, "expressRouteCircuits", owner.slice(0, cut));
  const edge = topology.nodes.get(`${circuit}#${path}/edge`);
  if (!edge) return undefined;

  const hidden = new Set((edge.speaker?.hides ?? []).map(formatPrefix));
  const print = printOf(recorded);
  const first = path === "secondary" ? "#1" : "#0";
  return [...(solved.ribs.get(edge.id)?.routes ?? [])]
    .filter(([prefix]) => !hidden.has(prefix))
    .flatMap(([, routes]) => {
      const starred = starredOf(routes, first, lab);
      return routes.map((route) => ({
        network: formatPrefix(route.prefix),
        nextHop: route.nextHopAddress ?? null,
        starred: route === starred,
        locPrf: print.locPrf,
        path: `${route.asPath.join(" ")}${isLink(route, lab) ? " ?" : print.internalOrigin}`,
        weight: 0,
      }));
    });
}

function printOf(recorded: readonly RecordedRow[]): Print {
  const other = recorded.some(({ locPrf }) => locPrf !== null && locPrf !== undefined);
  return other ? { locPrf: 100, internalOrigin: " I" } : { locPrf: null, internalOrigin: "" };
}

/** A provider's own links get into BGP from outside it, and so have no origin. */
function isLink({ prefix, neighbor }: BgpRoute, { topology }: SolvedLab): boolean {
  const told = topology.nodes.get(neighbor ?? "")?.speaker?.originates ?? [];
  return told.some((one) => one.tag === "link" && equals(one.prefix, prefix));
}

function starredOf(
  routes: readonly BgpRoute[],
  first: string,
  { topology }: SolvedLab,
): BgpRoute | undefined {
  const fromGateways = routes.filter(
    ({ neighbor }) => neighbor !== undefined && topology.nodes.get(neighbor)?.role === "gatewayInstance",
  );
  const [nearest] = fromGateways;
  const equal = fromGateways.filter(({ asPath }) => asPath.length === nearest?.asPath.length);
  return equal.find(({ neighbor }) => neighbor?.endsWith(first)) ?? nearest;
}
