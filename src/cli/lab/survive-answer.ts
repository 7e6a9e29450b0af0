import type { LabState } from "../../lab/run/lab-state.ts";
import type { ElementKind } from "../../lab/survivable-elements.ts";
import type { Survived } from "../../lab/survive.ts";
import type { TestedPair } from "../../lab/test-lab.ts";
import { nameOfLabId } from "./lab-places.ts";
import { routesAnswer, tableAnswer } from "./tables-answer.ts";

export type SurviveAnswer = ReturnType<typeof surviveAnswer>;

/** A silence that is longer is a gap: packets of ten in a row, or more, had no answer. */
const GAP_MS = 100;

export const KINDS: Readonly<Record<ElementKind, string>> = {
  gatewayInstance: "gateway instance",
  gateway: "gateway",
  tunnel: "tunnel",
  connection: "connection",
  circuitLink: "link of a circuit",
  circuit: "circuit",
  peeringLocation: "peering location",
  peering: "peering",
  routeServer: "Route Server",
  appliance: "appliance",
  device: "VPN device",
  site: "site",
  region: "region",
};

/** The answer of `lab test --survive`. Silences are the lab's own, with the timers that it was started with. */
export function surviveAnswer({ name, down, timers }: LabState, survived: readonly Survived[]) {
  const elements = survived.map(elementAnswer);
  return {
    format: "isthmus/lab-survive",
    version: 1,
    name,
    down: down.map(nameOfLabId),
    ...(timers === undefined ? {} : { timers }),
    gaps: elements.filter(({ longestSilence }) => isGap(longestSilence)).length,
    mismatches: elements.filter(({ differ, routes }) => differ + routes.differ > 0).length,
    elements,
  };
}

export function isGap(silence: { readonly milliseconds: number } | undefined): boolean {
  return silence !== undefined && silence.milliseconds > GAP_MS;
}

export function elementAnswer({ id, kind, tested, watched, longest }: Survived) {
  const countOf = (verdict: TestedPair["verdict"]) =>
    tested.pairs.filter((pair) => pair.verdict === verdict).length;
  return {
    id,
    name: nameOfLabId(id),
    kind,
    reached: tested.pairs.filter(({ answers }) => answers).length,
    agree: countOf("agrees"),
    differ: countOf("differs"),
    undecided: countOf("undecided"),
    watched,
    longestSilence: longest && {
      from: nameOfLabId(longest.from.node),
      to: nameOfLabId(longest.to.node),
      milliseconds: longest.milliseconds,
    },
    differing: tested.pairs
      .filter(({ verdict }) => verdict === "differs")
      .map(({ from, to, outcome, because, answers }) => ({
        from: nameOfLabId(from.node),
        to: nameOfLabId(to.node),
        predicted: outcome,
        because,
        answers,
      })),
    routes: routesAnswer(tested.tables),
    differingTables: tested.tables.map(tableAnswer).filter(({ differing }) => differing.length > 0),
  };
}
