import type { Address } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import type { FlowPart } from "../flow-parts.ts";
import type { Journey } from "../trace/journey.ts";

/** A packet that has met nothing yet: the tracer's functions are asked one at a time with it. */
export function freshJourney(
  node: Node,
  source: Address,
  destination: Address,
  parts: readonly FlowPart[],
): Journey {
  return {
    packet: { source, destination },
    parts,
    node,
    denied: [],
    decidedBy: [],
    hops: [],
    seen: undefined,
    assumed: [],
    stateful: [],
    rewrites: [],
    chosen: new Map(),
  };
}
