import { stepAtMembers } from "./at-members.ts";
import { stepAtNode } from "./at-node.ts";
import { stepAtTable } from "./at-table.ts";
import type { End, Step } from "./journey.ts";
import { judgeEnd } from "./judge-end.ts";
import type { Errand } from "./world.ts";

/** More equal ways than a person, or a router, would follow. */
export const mostWays = 64;

export interface Walked {
  readonly ends: readonly End[];
  readonly truncated: boolean;
}

/** Every equal way to its end, in the order of the rows. */
export function walk(begin: Step, errand: Errand, most: number = mostWays): Walked {
  const ends: End[] = [];
  const waiting: Step[] = [begin];
  while (ends.length < most) {
    const step = waiting.pop();
    if (!step) break;

    if (step.at === "end") ends.push(judgeEnd(step, errand));
    else {
      const next = stepOf(step, errand);
      for (let place = next.length - 1; place >= 0; place -= 1) {
        const onward = next[place];
        if (onward) waiting.push(onward);
      }
    }
  }
  return { ends, truncated: waiting.length > 0 };
}

function stepOf(step: Exclude<Step, End>, errand: Errand): readonly Step[] {
  if (step.at === "table") return stepAtTable(step, errand);
  return step.at === "node" ? stepAtNode(step, errand) : stepAtMembers(step, errand);
}
