import { findDownParts, nothingDown } from "../../src/lab/down-parts.ts";
import { changeSituation } from "../../src/lab/fail.ts";
import { settle } from "../../src/lab/settle.ts";
import type { Situation } from "../../src/model/situation.ts";
import { createUp } from "../../src/routing/index.ts";
import { type Drawn, situationsOf } from "./drawn.ts";
import { differences, withLabOf } from "./lab-of.ts";

const SETTLES_WITHIN = 8;

interface Answered {
  readonly apart: readonly string[];
  /** In all situations. */
  readonly asked: number;
}

/** As a next hop a lab's load balancer sends everything to the first of its backends, whether that is there or not. */
function failsOver({ topology }: Drawn, situation: Situation): boolean {
  const up = createUp(topology, situation);
  return [...topology.nodes.values()].some(
    ({ balances: [first, ...others] = [] }) => first !== undefined && others.length > 0 && !up.isUp(first),
  );
}

/** All pairs of a drawn estate's lab, with everything up and with what is drawn to fail. */
export async function askDrawn(drawn: Drawn): Promise<Answered> {
  return withLabOf(drawn.topology, async (lab) => {
    const apart: string[] = [];
    let asked = 0;
    let before = nothingDown;
    for (const situation of situationsOf(drawn)) {
      if (failsOver(drawn, situation)) continue;

      const parts = findDownParts(lab.plan, drawn.topology, situation);
      await changeSituation(lab.holder, lab.plan, before, parts);
      before = parts;
      await settle(lab.holder, lab.plan, parts.daemons, SETTLES_WITHIN);
      const compared = await lab.compare(situation);
      const without = [...situation.down].map((down) => ` without ${down}`).join("");
      apart.push(...differences(compared).map((text) => `seed ${drawn.seed}${without}: ${text}`));
      asked += compared.filter(({ verdict }) => verdict !== "undecided").length;
    }
    return { apart, asked };
  });
}
