import type { Dependencies } from "./dependencies.ts";
import { scopeKey } from "./scope.ts";
import type { WrittenResource } from "./written-resource.ts";

/**
 * `stage` grows with every step into another resource group, so that deployments by group and stage never wait for
 * each other in a circle; `depth` orders the resources within one of them.
 */
export interface Turn {
  readonly stage: number;
  readonly depth: number;
}

const FIRST: Turn = { stage: 0, depth: 0 };

export function turnsOf(dependencies: Dependencies): ReadonlyMap<WrittenResource, Turn> {
  const turns = new Map<WrittenResource, Turn>();
  for (const [resource, before] of dependencies) {
    const here = scopeKey(resource.scope);
    const earliest = before.map((dependency) => {
      const { stage, depth } = turns.get(dependency) ?? FIRST;
      const isHere = scopeKey(dependency.scope) === here;
      return isHere ? { stage, depth: depth + 1 } : { stage: stage + 1, depth: 0 };
    });
    turns.set(resource, latest(earliest));
  }
  return turns;
}

function latest(turns: readonly Turn[]): Turn {
  const stage = Math.max(0, ...turns.map((turn) => turn.stage));
  return {
    stage,
    depth: Math.max(0, ...turns.filter((turn) => turn.stage === stage).map((turn) => turn.depth)),
  };
}
