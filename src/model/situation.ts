import type { ElementId } from "./topology.ts";

/** What is down: an overlay, for the estate never changes. */
export interface Situation {
  readonly down: ReadonlySet<ElementId>;
}

export const everythingUp: Situation = { down: new Set() };
