import type { Design } from "../../design.ts";
import { keyOf } from "../../model/resource-id.ts";
import { networkId } from "../../planning/build-networks.ts";

/** The networks to which a person gave the role of a hub. */
export function namedHubs({ intent }: Design): ReadonlySet<string> {
  return new Set(
    intent.virtualNetworks.filter(({ role }) => role === "hub").map((network) => keyOf(networkId(network))),
  );
}
