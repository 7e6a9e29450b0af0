import { privateTunnels } from "../../azure/private-tunnels.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";

/**
 * One far end over the circuit and over the internet: BGP tells the same ranges on both, and nothing keeps what must
 * stay off the internet on the circuit.
 */
export function refuseTwoWays(demands: readonly Demand[]): Refusal | undefined {
  const tunnels = demands.filter(({ asks }) => (asks.tunnels ?? 0) > 0 && asks.farEnd !== undefined);
  for (const { asks: asked, usedBy: first } of tunnels) {
    if (asked.privateTunnels !== true) continue;

    const outside = tunnels
      .filter(({ asks }) => asks.farEnd === asked.farEnd && asks.privateTunnels !== true)
      .map(({ usedBy }) => usedBy)
      .sort();
    if (outside.length === 0) continue;
    return {
      because: `${first} has its tunnels over a circuit and ${outside.join(", ")} over the internet: at one gateway both tell the ranges of ${asked.farEnd}, and nothing keeps the first off the internet.`,
      source: privateTunnels.source,
      waysOut: [
        `Ask for encryption: betweenNetworks and internet: forbidden in ${outside.join(", ")} too.`,
        "Let one of them use another gateway.",
      ],
    };
  }
  return undefined;
}
