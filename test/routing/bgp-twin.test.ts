import fc from "fast-check";
import { expect, it } from "vitest";
import type { Topology } from "../../src/model/topology.ts";
import { solveSessions } from "../../src/routing/solve-sessions.ts";
import type { BgpRoute, Solved } from "../../src/routing/solved.ts";
import { type SlowAnswer, show, solveSlowly } from "../oracles/bgp.ts";
import { anySituation, anyTopology } from "./any-topology.ts";
import { topologyOf } from "./topologies.ts";

const anyCase = anyTopology.chain((topology) => fc.tuple(fc.constant(topology), anySituation(topology)));

// Hundreds of small networks, each solved twice: it is here that a rule of the solver is found to be wrong.
it("knows what the slow twin knows, in the same order of preference", () => {
  fc.assert(
    fc.property(anyCase, ([topology, situation]) => {
      const solved = solveSessions(topology, situation);
      const slow = solveSlowly(topology, situation);

      expect(idle(solved)).toEqual(slow.idle);
      expect(neverSettles(solved)).toBe(slow.unsettled.size > 0);
      expect(linesOf(solved, slow)).toEqual(slowLinesOf(slow));
    }),
    { numRuns: 400 },
  );
});

it("leaves open what comes to another end where others speak first", () => {
  fc.assert(
    fc.property(anyCase, fc.infiniteStream(fc.nat()), ([topology, situation], numbers) => {
      const solved = solveSessions(topology, situation);
      fc.pre(solved.gaps.length === 0);
      const turns = (ids: readonly string[]) => {
        const drawn = new Map(ids.map((id) => [id, numbers.next().value ?? 0]));
        return ids.toSorted((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
      };
      const slow = solveSlowly(topology, situation, turns);
      // Those who take turns may go round and round where others come to rest.
      fc.pre(slow.unsettled.size === 0);

      expect(linesOf(solved, slow)).toEqual(slowLinesOf(slow));
    }),
    { numRuns: 400 },
  );
});

it("gives the same for the same parts in any order", () => {
  fc.assert(
    fc.property(anyCase, ([topology, situation]) => {
      const backwards = topologyOf([...topology.nodes.values(), ...topology.sessions.values()].reverse());

      expect(solveSessions(backwards, situation)).toEqual(solveSessions(topology, situation));
    }),
    { numRuns: 100 },
  );
});

it("has each route of a settled network from a neighbour that uses it", () => {
  fc.assert(
    fc.property(anyTopology, (topology: Topology) => {
      const { ribs, gaps } = solveSessions(topology, { down: new Set() });
      fc.pre(gaps.length === 0);

      for (const { routes } of ribs.values())
        for (const [text, known] of routes)
          for (const { neighbor } of known)
            if (neighbor !== undefined) expect(ribs.get(neighbor)?.routes.get(text)?.[0]?.best).toBe(true);
    }),
    { numRuns: 200 },
  );
});

function neverSettles({ gaps }: Solved): boolean {
  return gaps.some(({ because }) => because.includes("never settle"));
}

function idle({ sessions }: Solved): ReadonlySet<string> {
  return new Set(Array.from(sessions).flatMap(([id, { state }]) => (state !== "Connected" ? [id] : [])));
}

/** Of what never settles, the moment is not compared. */
function linesOf({ ribs }: Solved, { unsettled }: SlowAnswer): readonly string[] {
  return Array.from(ribs)
    .flatMap(([node, { routes }]) =>
      Array.from(routes).map(([text, known]) => {
        if (unsettled.has(text))
          return `${node} ${text} ${known.some(({ best }) => best) ? "used" : "unsettled"}`;
        return `${node} ${text} ${known.map(showFast).join(" ")}`;
      }),
    )
    .filter((line) => !line.endsWith("unsettled"))
    .toSorted();
}

function showFast(route: BgpRoute): string {
  const { asPath, weight, localPreference, tag, session, neighbor, origin, nextHopAddress, via, best } =
    route;
  return `${best ? ">" : ""}${JSON.stringify([
    asPath,
    weight,
    localPreference,
    tag,
    session ?? null,
    neighbor ?? null,
    origin === "IBgp",
    nextHopAddress ?? null,
    via,
  ])}`;
}

function slowLinesOf({ routes, unsettled }: SlowAnswer): readonly string[] {
  return Array.from(routes)
    .filter(([key]) => !unsettled.has(key.split(" ")[1] ?? ""))
    .map(
      ([key, { all, inUse }]) =>
        `${key} ${all.map((route, place) => `${place < inUse ? ">" : ""}${show(route)}`).join(" ")}`,
    )
    .toSorted();
}
