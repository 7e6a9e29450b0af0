import type { Estate } from "../model/estate.ts";
import { type Prediction, predict } from "../predict.ts";

/**
 * How long routes over what is down may still be followed, in seconds: the longest hold time of the sessions that the
 * situation takes down. 0 where it takes none down; `undefined` where one of them does not say.
 */
export function takenOverWithin({ solved, topology }: Prediction, estate: Estate): number | undefined {
  const before = predict(estate).solved.sessions;
  let longest = 0;
  for (const [id, { state }] of solved.sessions) {
    if (state === "Connected" || before.get(id)?.state !== "Connected") continue;

    const seconds = topology.sessions.get(id)?.holdSeconds;
    // Between the instances of one gateway, and between gateways of one network, Azure sees to it itself.
    if (seconds === undefined && topology.sessions.get(id)?.needs.length === 0) continue;
    if (seconds === undefined) return undefined;
    longest = Math.max(longest, seconds);
  }
  return longest;
}
