import { runningLabs } from "../../lab/lab.ts";
import { stateFolder } from "../../lab/run/lab-state.ts";
import { nameOfLabId } from "./lab-places.ts";

/** For completion: what the labs that run have. */

export function proposeLabs(): readonly string[] {
  return labs().map(({ name }) => name);
}

export function proposeLabPlaces(): readonly string[] {
  const nodes = labs().flatMap(({ plan }) => plan.namespaces.flatMap(({ node }) => node ?? []));
  return namesOf(nodes);
}

export function proposeElements(): readonly string[] {
  const carried = labs().flatMap(({ plan: { links, daemons } }) => [
    ...links.flatMap(({ link }) => link ?? []),
    ...daemons.flatMap(({ about }) => about),
  ]);
  return [...new Set([...proposeLabPlaces(), ...namesOf(carried)])];
}

export function proposeDown(): readonly string[] {
  return namesOf(labs().flatMap(({ down }) => down));
}

function labs() {
  return runningLabs(stateFolder());
}

function namesOf(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map(nameOfLabId))].sort();
}
