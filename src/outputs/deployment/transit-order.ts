import { networkOfIpConfigurations } from "../../model/ip-configurations.ts";
import { booleanOf, propertyOf, textOf } from "../../model/properties.ts";
import { sameType } from "../../model/resource.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import { VIRTUAL_NETWORK_GATEWAY } from "../../model/virtual-network-gateway.ts";
import type { WrittenResource } from "./written-resource.ts";

/**
 * Azure takes `useRemoteGateways` only once the remote network's own peering allows gateway transit. No `id` leads
 * from one half to the other, so the order is said here: the half that allows it goes first.
 */
export function transitBefore(
  resources: readonly WrittenResource[],
): (resource: WrittenResource) => readonly WrittenResource[] {
  const halves = new Map(
    resources.flatMap((written) => {
      const ends = endsOf(written);
      return ends ? [[`${ends.local} ${ends.remote}`, written] as const] : [];
    }),
  );
  const gateways = gatewaysByNetwork(resources);
  return (written) => {
    const ends = endsOf(written);
    if (!ends || booleanOf(propertyOf(written.resource, "useRemoteGateways")) !== true) return [];
    const half = halves.get(`${ends.remote} ${ends.local}`);
    return [...(half ? [half] : []), ...(gateways.get(ends.remote) ?? [])];
  };
}

function gatewaysByNetwork(
  resources: readonly WrittenResource[],
): ReadonlyMap<string, readonly WrittenResource[]> {
  const gateways = new Map<string, WrittenResource[]>();
  for (const written of resources) {
    if (!sameType(written.resource.type, VIRTUAL_NETWORK_GATEWAY)) continue;
    const network = networkOfIpConfigurations(propertyOf(written.resource, "ipConfigurations"));
    if (network !== undefined) gateways.set(network, [...(gateways.get(network) ?? []), written]);
  }
  return gateways;
}

function endsOf({
  resource,
}: WrittenResource): { readonly local: string; readonly remote: string } | undefined {
  const remote = textOf(propertyOf(resource, "remoteVirtualNetwork", "id"));
  const local = parentIdOf(resource.id);
  return remote === undefined || local === undefined
    ? undefined
    : { local: keyOf(local), remote: keyOf(remote) };
}
