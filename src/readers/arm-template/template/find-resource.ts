import { keyOf } from "../../../model/resource-id.ts";
import type { Deployment, Instance, World } from "./deployment.ts";

/** The resource of an id, wherever below the main template it is deployed. */
export function findResource(world: World, id: string): Instance | undefined {
  const key = keyOf(id);
  const known = world.byId.get(key);
  if (known) return known;
  if (world.main) openAll(world.main, world);
  return world.byId.get(key);
}

/** Opens every nested deployment once; one that is being read already is passed over. */
function openAll(deployment: Deployment, world: World): void {
  if (world.isOpening) return;
  world.isOpening = true;
  try {
    for (const one of deploymentsWithin(deployment)) one.instances();
  } finally {
    world.isOpening = false;
  }
}

/** A deployment and all below it, in the order of the file. */
export function* deploymentsWithin(deployment: Deployment): Iterable<Deployment> {
  yield deployment;
  for (const { nested } of deployment.instances()) {
    const inner = nested?.();
    if (inner) yield* deploymentsWithin(inner);
  }
}
