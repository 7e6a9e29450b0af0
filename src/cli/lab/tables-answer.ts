import { formatPrefix } from "../../ip/index.ts";
import type { ComparedTable } from "../../lab/compare-tables.ts";
import type { Verdict } from "../../lab/verdict-of.ts";
import { nameOfLabId } from "./lab-places.ts";

export type TableAnswer = ReturnType<typeof tableAnswer>;
export type DifferingRoute = TableAnswer["differing"][number];

/** How many routes of all tables are as predicted. */
export function routesAnswer(tables: readonly ComparedTable[]) {
  const routes = tables.flatMap((table) => table.routes);
  const countOf = (verdict: Verdict) => routes.filter((route) => route.verdict === verdict).length;
  return { agree: countOf("agrees"), differ: countOf("differs"), undecided: countOf("undecided") };
}

/** Next hops by the names that people know; none: what goes there is lost; absent: there is no such route. */
export function tableAnswer({ at, table, lookers, routes }: ComparedTable) {
  const countOf = (verdict: Verdict) => routes.filter((route) => route.verdict === verdict).length;
  return {
    name: lookers.length === 0 ? nameOfLabId(table) : lookers.map(nameOfLabId).join(", "),
    at: nameOfLabId(at),
    agree: countOf("agrees"),
    undecided: countOf("undecided"),
    differing: routes
      .filter(({ verdict }) => verdict === "differs")
      .map(({ prefix, predicted, inLab }) => ({
        addressPrefix: formatPrefix(prefix),
        ...(predicted === undefined ? {} : { predicted: predicted.map(nextHopName) }),
        ...(inLab === undefined ? {} : { inLab: inLab.map(nextHopName) }),
      })),
  };
}

/** Another table of the same place is told apart from the place. */
function nextHopName(nextHop: string): string {
  const table = "table ";
  return nextHop.startsWith(table)
    ? `${table}${nameOfLabId(nextHop.slice(table.length))}`
    : nameOfLabId(nextHop);
}

/** `to hub-vpn#0 and hub-vpn#1`, or what stands for none. */
export function nextHopWords(nextHops: readonly string[] | undefined): string {
  if (nextHops === undefined) return "no route";
  return nextHops.length === 0 ? "a route to nowhere" : `to ${nextHops.join(" and ")}`;
}

export function routeWords({ addressPrefix, predicted, inLab }: DifferingRoute): string {
  return `${addressPrefix}: predicted: ${nextHopWords(predicted)}; in the lab: ${nextHopWords(inLab)}`;
}
