import type { LabLink } from "../lab-plan.ts";
import { exportedDevice } from "./node-names.ts";

/** A device as the engine makes it, and what the lab calls it. */
export interface ExportedDevice {
  readonly made: string;
  readonly wanted: string;
}

export interface DeviceNames {
  readonly links: readonly (readonly [string, string])[];
  of(namespace: string): readonly ExportedDevice[];
}

/** Wires between nodes; one that begins and ends in one node is its script's to make. */
export function deviceNames(links: readonly LabLink[], names: ReadonlyMap<string, string>): DeviceNames {
  const devices = new Map<string, ExportedDevice[]>();

  function endpoint({ namespace, device }: LabLink["ends"][number]): string {
    const known = devices.get(namespace) ?? [];
    const made = exportedDevice(known.length + 1);
    devices.set(namespace, [...known, { made, wanted: device }]);
    return `${names.get(namespace) ?? namespace}:${made}`;
  }

  return {
    links: links
      .filter(({ ends: [a, b] }) => a.namespace !== b.namespace)
      .map(({ ends: [a, b] }) => [endpoint(a), endpoint(b)] as const),
    of: (namespace) => devices.get(namespace) ?? [],
  };
}
