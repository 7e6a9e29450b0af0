import { booleanOf, propertyOf, textOf } from "../../model/properties.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import type { WrittenResource } from "./written-resource.ts";

/**
 * Azure takes `useRemoteGateways` only once the remote network's own peering allows gateway transit. No `id` leads
 * from one half to the other, so the order is said here: the half that allows it goes first.
 */
export function transitBefore(
  resources: readonly WrittenResource[],
): (resource: WrittenResource) => WrittenResource | undefined {
  const halves = new Map(
    resources.flatMap((written) => {
      const ends = endsOf(written);
      return ends ? [[`${ends.local} ${ends.remote}`, written] as const] : [];
    }),
  );
  return (written) => {
    const ends = endsOf(written);
    if (!ends || booleanOf(propertyOf(written.resource, "useRemoteGateways")) !== true) return undefined;
    return halves.get(`${ends.remote} ${ends.local}`);
  };
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
