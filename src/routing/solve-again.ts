import { everythingUp, type Situation } from "../model/situation.ts";
import type { Topology } from "../model/topology.ts";
import { solveSessions } from "./solve-sessions.ts";
import type { Solved } from "./solved.ts";
import { createUp } from "./up.ts";

/**
 * What routers know in a situation, from what they know with everything up: worked out again only where one of them, a
 * session or what one of them says is concerned, and the very same otherwise.
 */
export function solveAgain(topology: Topology, healthy: Solved, situation: Situation): Solved {
  const [was, is] = [createUp(topology, everythingUp), createUp(topology, situation)];
  const differs = (id: string) => was.isUp(id) !== is.isUp(id);
  for (const id of topology.sessions.keys()) if (differs(id)) return solveSessions(topology, situation);
  for (const { id, speaker } of topology.nodes.values()) {
    if (!speaker) continue;
    const isTouched = speaker.originates.some(({ needs }) => was.meets(needs) !== is.meets(needs));
    if (isTouched || differs(id)) return solveSessions(topology, situation);
  }
  return healthy;
}
