import type { Situation } from "../../model/situation.ts";
import type { Topology } from "../../model/topology.ts";
import { createLookup } from "../lookup.ts";
import type { Solved } from "../solved.ts";
import { gapsByElement, indexOf } from "../trace/topology-index.ts";
import type { World } from "../trace/world.ts";
import { createUp } from "../up.ts";

/** The tracer's world, in which the same questions have the same answers. */
export function worldOf(topology: Topology, solved: Solved, situation: Situation): World {
  return {
    ...createLookup(topology, solved, situation),
    topology,
    index: indexOf(topology),
    up: createUp(topology, situation),
    solvedGaps: gapsByElement(solved.gaps),
    latency: () => undefined,
  };
}
