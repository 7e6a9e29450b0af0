import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import { solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";

/** An estate that nobody thought of, and what fails in its lab, one after the other. */
export interface Drawn {
  readonly seed: number;
  readonly estate: Estate;
  readonly topology: Topology;
  readonly downs: readonly string[];
}

export function drawLab(seed: number, failures = 1): Drawn {
  const estate = topologyEstate({ seed });
  const topology = buildTopology(indexEstate(estate));
  const draw = createDraw(seed, "down in the lab");
  const elements = failing(topology);
  const downs = Array.from({ length: elements.length === 0 ? 0 : failures }, () => draw.pick(elements));
  return { seed, estate, topology, downs: [...new Set(downs)] };
}

/** Links, sessions and speakers, and what they stand on: gateways, circuits, connections, regions. */
function failing({ links, sessions, nodes }: Topology): readonly string[] {
  const speakers = [...nodes.values()].filter(({ speaker }) => speaker !== undefined);
  const parts = [...links.values(), ...sessions.values(), ...speakers];
  return [...new Set(parts.flatMap(({ id, needs }) => [id, ...needs.flat()]))];
}

export function situationsOf({ downs }: Pick<Drawn, "downs">): readonly Situation[] {
  return [new Set<string>(), ...downs.map((down) => new Set([down]))].map((down) => ({ down }));
}

/** Routers that never come to rest may stand anywhere when they are asked. Those that may in several ways are undecided. */
export function rests({ topology, downs }: Pick<Drawn, "topology" | "downs">): boolean {
  const saidOf = (situation: Situation) =>
    solveSessions(topology, situation).gaps.map(({ because }) => because);
  return !situationsOf({ downs })
    .flatMap(saidOf)
    .some((because) => because.includes("never settle"));
}
