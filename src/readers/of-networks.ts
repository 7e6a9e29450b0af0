import type { Resource } from "../model/resource.ts";

/**
 * Of what is no part of a network, that it is there is enough: nothing is predicted from its properties, and they may hold
 * keys under names that nobody here knows.
 */
export function withoutForeignProperties(resource: Resource): Resource {
  if (isOfNetworks(resource.type)) return resource;
  const { envelope: _envelope, parts: _parts, ...rest } = resource;
  return { ...rest, properties: {}, existing: true };
}

/** Whether its properties are read at all. */
export function isOfNetworks(type: string): boolean {
  return (
    /^Microsoft\.Network\//i.test(type) ||
    /^Microsoft\.Compute\/(virtualMachines|virtualMachineScaleSets)$/i.test(type)
  );
}
