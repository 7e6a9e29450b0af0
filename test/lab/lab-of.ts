import { readFileSync } from "node:fs";
import { join } from "node:path";
import { design } from "../../src/design.ts";
import { type Compared, compareWithPrediction } from "../../src/lab/compare-with-prediction.ts";
import type { LabPlan } from "../../src/lab/lab-plan.ts";
import { planLab } from "../../src/lab/plan/plan-lab.ts";
import { applyPlan, emptyPlan } from "../../src/lab/run/apply-plan.ts";
import { type Holder, startHolder, stopHolder } from "../../src/lab/run/holder.ts";
import { installLine, missingPrograms } from "../../src/lab/run/programs.ts";
import { type EstateIndex, indexEstate } from "../../src/model/estate-index.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import { createTracer, solveSessions } from "../../src/routing/index.ts";
import { readDocument } from "../../src/source/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf, type Variant } from "../scenarios/scenario.ts";
import { root } from "../source-files.ts";

/** Why no lab can run here, as one line; `undefined` where one can. */
export async function whyNoLab(): Promise<string | undefined> {
  const missing = missingPrograms(planOf("expressroute-and-vpn")).concat(
    missingPrograms(planOf("clients-and-tunnels")),
  );
  if (missing.length > 0) return `programs are missing: ${installLine(missing)}`;
  try {
    await stopHolder(await startHolder());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "namespaces cannot be made";
  }
}

export interface RunningLab {
  readonly holder: Holder;
  readonly plan: LabPlan;
  readonly topology: Topology;
  readonly secondsToStart: number;
  compare(situation?: Situation): Promise<readonly Compared[]>;
}

const OPTIONS = { timers: "fast", keys: (link: string) => `a key for ${link}` } as const;

export function planOf(slug: string, variant: Variant = {}): LabPlan {
  const estate = indexEstate(estateOf(slug, variant));
  return planLab(buildTopology(estate), { ...OPTIONS, estate });
}

/** A scenario's lab for as long as `use` takes. */
export function withLab<T>(slug: string, variant: Variant, use: (lab: RunningLab) => Promise<T>): Promise<T> {
  const estate = indexEstate(estateOf(slug, variant));
  return withLabOf(buildTopology(estate), use, estate);
}

/** That of an example. */
export function withLabOfExample<T>(slug: string, use: (lab: RunningLab) => Promise<T>): Promise<T> {
  const path = join(root, "examples", slug, "network.yaml");
  const { design: designed } = design(readDocument(path, readFileSync(path, "utf8")), { reconsider: false });
  if (!designed) throw new Error(`${slug} is no design`);
  const estate = indexEstate(designed.estate);
  return withLabOf(buildTopology(estate), use, estate);
}

export async function withLabOf<T>(
  topology: Topology,
  use: (lab: RunningLab) => Promise<T>,
  estate?: EstateIndex,
): Promise<T> {
  const plan = planLab(topology, { ...OPTIONS, ...(estate === undefined ? {} : { estate }) });
  const holder = await startHolder();
  try {
    const started = performance.now();
    await applyPlan(holder, emptyPlan, plan, () => {});
    return await use({
      holder,
      plan,
      topology,
      secondsToStart: (performance.now() - started) / 1000,
      compare: (situation = { down: new Set() }) =>
        compareWithPrediction(
          holder,
          plan.hosts,
          createTracer(topology, solveSessions(topology, situation), situation),
        ),
    });
  } finally {
    await stopHolder(holder);
  }
}

/** `hub/web -> site/office`, or with `-x` where there is no answer, one a line. */
export function told(compared: readonly Compared[], lab: Pick<RunningLab, "topology">): readonly string[] {
  return compared
    .map(
      ({ from, to, answers }) => `${nameOf(from.node, lab)} ${answers ? "->" : "-x"} ${nameOf(to.node, lab)}`,
    )
    .toSorted();
}

function nameOf(id: string, { topology }: Pick<RunningLab, "topology">): string {
  const node = topology.nodes.get(id);
  const network = topology.nodes.get(node?.within ?? "");
  return node?.role === "subnet" && network ? `${network.name}/${node.name}` : (node?.name ?? id);
}

/** Every pair that the lab and the prediction answer differently. */
export function differences(compared: readonly Compared[]): readonly string[] {
  return compared
    .filter(({ verdict }) => verdict === "differs")
    .map(
      ({ from, to, answers, outcome, because }) =>
        `${from.name} to ${to.name}: the lab ${answers ? "answers" : "is silent"}, predicted ${outcome}: ${because}`,
    );
}
