import type { Flow } from "../../model/trace.ts";
import { formatParts, partsOf } from "../flow-parts.ts";
import { beginAt } from "../trace/begin.ts";
import { walk } from "../trace/walk.ts";
import type { World } from "../trace/world.ts";
import type { AddressClass } from "./endpoint-classes.ts";

/** What passes where not all of a flow does, on the first such way. */
export function permittedOf(
  from: AddressClass,
  to: AddressClass,
  flow: Flow,
  world: World,
): string | undefined {
  const errand = { world, to: { node: to.endpoint.id, address: to.address } };
  const packet = { source: from.address, destination: to.address };
  const { ends } = walk(beginAt(from.sender, packet, partsOf(flow), errand), errand);
  const end = ends.find(({ outcome }) => outcome === "partlyDenied");
  return end && formatParts(end.journey.parts);
}
