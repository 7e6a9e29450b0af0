import { expect, it } from "vitest";
import { findDownParts, nothingDown } from "../../src/lab/down-parts.ts";
import { changeSituation } from "../../src/lab/fail.ts";
import { settle } from "../../src/lab/settle.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Topology } from "../../src/model/topology.ts";
import { solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";
import { differences, type RunningLab, whyNoLab, withLabOf } from "./lab-of.ts";

const why = await whyNoLab();

/** `LABS=200` for a long run, and `LABS_FROM` for another beginning. */
const count = Number(process.env.LABS ?? 8);
const first = Number(process.env.LABS_FROM ?? 1);

/** Of what once was not as predicted: a row whose device is down, and one that beats all others. */
const remembered = [23, 31, 35, 39];

/** More at once than there are processors: a lab waits for most of its life. */
const AT_ONCE = 3;
const SETTLES_WITHIN = 8;

interface Drawn {
  readonly seed: number;
  readonly topology: Topology;
  /** One thing that can be down. */
  readonly down: string;
}

function drawn(seed: number): Drawn {
  const topology = buildTopology(indexEstate(topologyEstate({ seed })));
  const draw = createDraw(seed, "down in the lab");
  const parts = [...topology.links.values(), ...topology.sessions.values(), ...topology.nodes.values()];
  const gateways = parts.filter((part) => part.part !== "node" || part.speaker !== undefined);
  const elements = [...new Set(gateways.flatMap(({ id, needs }) => [id, ...needs.flat()]))];
  return { seed, topology, down: elements.length === 0 ? "region/westeurope" : draw.pick(elements) };
}

/** Routers that never come to rest may stand anywhere when they are asked. */
function rests({ topology, down }: Drawn): boolean {
  const situations = [new Set<string>(), new Set([down])];
  return situations.every((all) => solveSessions(topology, { down: all }).gaps.length === 0);
}

/** A filter over AS paths is what a lab cannot run and an estate cannot be drawn without. */
function isRun({ plan }: RunningLab): boolean {
  return plan.notRun.every(({ because }) => !because.includes("AS paths"));
}

interface Answered {
  readonly apart: readonly string[];
  /** In both situations. */
  readonly asked: number;
}

async function ask({ seed, topology, down }: Drawn): Promise<Answered> {
  return withLabOf(topology, async (lab) => {
    if (!isRun(lab)) return { apart: [], asked: 0 };
    await settle(lab.holder, lab.plan, new Set(), SETTLES_WITHIN);
    const up = await lab.compare();

    const situation = { down: new Set([down]) };
    const parts = findDownParts(lab.plan, topology, situation);
    await changeSituation(lab.holder, lab.plan, nothingDown, parts);
    await settle(lab.holder, lab.plan, parts.daemons, SETTLES_WITHIN);
    const cut = await lab.compare(situation);
    const apart = [
      ...differences(up).map((text) => `seed ${seed}: ${text}`),
      ...differences(cut).map((text) => `seed ${seed} without ${down}: ${text}`),
    ];
    return { apart, asked: [...up, ...cut].filter(({ verdict }) => verdict !== "undecided").length };
  });
}

/** Labs of estates that nobody thought of. */
it.skipIf(why)(
  "random estates do in a lab what is predicted of them",
  { timeout: 60_000 + count * 30_000 },
  async () => {
    const range = Array.from({ length: count }, (_, index) => first + index);
    const seeds = [...new Set([...remembered, ...range])].slice(0, count);
    const waiting = seeds.map(drawn).filter(rests);
    const apart: string[] = [];
    let asked = 0;
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { seed } = next;
        const answered = await ask(next).catch((error: unknown) => ({
          apart: [`seed ${seed}: ${String(error)}`],
          asked: 0,
        }));
        apart.push(...answered.apart);
        asked += answered.asked;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    expect(apart).toEqual([]);
    expect(asked).toBeGreaterThan(count * 100);
  },
);
