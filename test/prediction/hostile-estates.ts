import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../src/model/estate.ts";
import { ownCases } from "../fidelity/fixtures.ts";
import { createDraw, type Draw } from "../oracles/any-topology/draw.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";
import { estateOf } from "../scenarios/scenario.ts";
import { root } from "../source-files.ts";
import { crafted } from "./crafted.ts";
import { designed, designNames } from "./designed.ts";
import { type Mutation, mutations } from "./mutate.ts";

const MOST = 4;

/** What is mutated: where it comes from, and the estate, which is read when it is first asked for. */
export const sources: readonly (readonly [name: string, read: () => Estate])[] = [
  ...readdirSync(join(root, "test/scenarios"))
    .filter((name) => name.endsWith(".estate.yaml"))
    .sort()
    .map((name) => [name, once(() => estateOf(name.replace(".estate.yaml", "")))] as const),
  ...ownCases().map(({ lab }) => [lab.name, () => lab.estate] as const),
  ...designNames.map((name) => [name, once(() => designed(name).estate)] as const),
];

function once(read: () => Estate): () => Estate {
  let estate: Estate | undefined;
  return () => {
    estate ??= read();
    return estate;
  };
}

interface Hostile {
  readonly estate: Estate;
  /** `orders.estate.yaml: one prefix everywhere, ids of odd case`. */
  readonly told: string;
  readonly draw: Draw;
}

/** The same estate for the same seed. */
export function hostileEstate(seed: number): Hostile {
  const draw = createDraw(seed, "hostile");
  const [name, read] = draw.chance(0.05)
    ? ([`drawn ${seed}`, () => topologyEstate({ seed })] as const)
    : draw.pick(sources);
  const chosen = Array.from(
    { length: 1 + draw.below(MOST) },
    (): Mutation => (draw.chance(0.3) ? draw.pick(crafted) : draw.pick(mutations)),
  );
  const estate = chosen.reduce((changed, { apply }) => apply(changed, draw), read());
  return { estate, told: `${name}: ${chosen.map((mutation) => mutation.name).join(", ")}`, draw };
}
