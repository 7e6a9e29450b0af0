import type { NodeId } from "../../model/topology.ts";
import type { Prediction } from "../../predict.ts";
import { findNamed, isPattern } from "../../readers/expectations/find-named.ts";
import { findPlace } from "../find-place.ts";
import type { LoadedEstate } from "../load-estate.ts";
import { placesOf } from "../places.ts";
import { UserError } from "../user-error.ts";

/** All that can be named as an end: endpoints, and networks for their subnets. */
export function reachPlaces(prediction: Prediction): readonly NodeId[] {
  const networks = [...prediction.topology.nodes.values()].filter(({ role }) => role === "virtualNetwork");
  return [...networks.map(({ id }) => id), ...prediction.reach().endpoints.map(({ id }) => id)];
}

/** The endpoints that a name or a pattern on the command line means. */
export function findEndpoints(
  text: string | undefined,
  prediction: Prediction,
  loaded: LoadedEstate,
): ReadonlySet<NodeId> | undefined {
  if (text === undefined) return undefined;

  const places = placesOf(reachPlaces(prediction), loaded.estate);
  const found = isPattern(text) ? findNamed(text, places) : [findPlace(text, places, loaded)];
  if (found.length === 0)
    throw new UserError(`"${text}" fits no subnet, network, site or users of ${loaded.file}.`, "Change it.");

  const meant = new Set(found.map(({ id }) => id));
  const { nodes } = prediction.topology;
  const ends = prediction
    .reach()
    .endpoints.map(({ id }) => id)
    .filter((id) => meant.has(id) || meant.has(nodes.get(id)?.within ?? ""));
  if (ends.length > 0) return new Set(ends);
  throw new UserError(`${text} has no subnet with hosts.`, "Give it one.");
}
