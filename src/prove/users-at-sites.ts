import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Expectation } from "../model/expectation.ts";
import type { Topology } from "../model/topology.ts";
import { isReached } from "./is-reached.ts";
import type { Questions } from "./questions.ts";

/** People who dial in and get further than anybody wrote: to a site that their gateway also serves. */
export function usersAtSites(
  expectations: readonly Expectation[],
  questions: Questions,
  { nodes }: Topology,
): readonly Diagnostic[] {
  const spokenOf = new Set(expectations.flatMap(keysOf));
  const users = [...nodes.values()].filter(({ role }) => role === "p2sUsers");
  const sites = [...nodes.values()].filter(({ role }) => role === "site");
  return users.flatMap((from) =>
    sites
      .filter((to) => !spokenOf.has(`${from.id} ${to.id}`))
      .filter((to) => isReached(questions.outcome(from.id, to.id, { protocol: "*" })))
      .map((to) => ({
        rule: "expectation/unasked-users",
        severity: "warning",
        message: `${from.name} reach ${to.name}, and no connection asks for that.`,
        origin: from.origin,
        hint: `Ask for a connection of ${from.name} and ${to.name}, isolate them, or let ${from.name} dial in elsewhere.`,
      })),
  );
}

function keysOf({ from, to }: Expectation): readonly string[] {
  return from.nodes.flatMap((a) => to.nodes.flatMap((b) => [`${a} ${b}`, `${b} ${a}`]));
}
