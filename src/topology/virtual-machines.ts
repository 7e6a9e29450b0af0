import type { EstateIndex } from "../model/estate-index.ts";
import { booleanOf, propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList, type Value } from "../model/unknown.ts";
import { perEstate } from "./per-estate.ts";

/** The machine behind a network interface. */
export interface Machine {
  readonly key: ResourceId;
  /** The interface whose subnet decides where what the machine forwards is sent; `undefined` where nobody says. */
  readonly primary: ResourceId | undefined;
}

const machinesByInterface = perEstate((estate): ReadonlyMap<ResourceId, Machine> => {
  const machines = new Map<ResourceId, Machine>();
  for (const resource of estate.all("Microsoft.Compute/virtualMachines")) {
    const interfaces = interfacesOf(resource);
    const machine = { key: keyOf(resource.id), primary: primaryOf(interfaces) };
    for (const { key } of interfaces) machines.set(key, machine);
  }
  for (const [key, machine] of toldByInterfaces(estate)) if (!machines.has(key)) machines.set(key, machine);
  return machines;
});

export function machineOf(interfaceKey: ResourceId, estate: EstateIndex): Machine | undefined {
  return machinesByInterface(estate).get(interfaceKey);
}

interface Attached {
  readonly key: ResourceId;
  readonly primary: boolean;
}

function interfacesOf(machine: Resource): readonly Attached[] {
  const list = propertyOf(machine, "networkProfile", "networkInterfaces");
  return isList(list) ? list.flatMap((value) => attached(value) ?? []) : [];
}

function attached(value: Value): Attached | undefined {
  const id = textOf(valueAt(value, ["id"]));
  const primary = booleanOf(valueAt(value, ["properties", "primary"])) ?? false;
  return id === undefined ? undefined : { key: keyOf(id), primary };
}

function primaryOf(interfaces: readonly Attached[]): ResourceId | undefined {
  const [only, second] = interfaces;
  if (only && !second) return only.key;

  return interfaces.find(({ primary }) => primary)?.key;
}

/** What Azure reports with the interface itself, where the estate does not hold the machine. */
function toldByInterfaces(estate: EstateIndex): ReadonlyMap<ResourceId, Machine> {
  const groups = new Map<ResourceId, Attached[]>();
  for (const resource of estate.all("Microsoft.Network/networkInterfaces")) {
    const id = textOf(propertyOf(resource, "virtualMachine", "id"));
    if (id === undefined) continue;
    const entry = { key: keyOf(resource.id), primary: booleanOf(propertyOf(resource, "primary")) ?? false };
    const group = groups.get(keyOf(id));
    if (group) group.push(entry);
    else groups.set(keyOf(id), [entry]);
  }
  const machines = new Map<ResourceId, Machine>();
  for (const [key, interfaces] of groups) {
    // One interface here may not be the machine's only one.
    const primary = interfaces.find((entry) => entry.primary)?.key;
    for (const entry of interfaces) machines.set(entry.key, { key, primary });
  }
  return machines;
}
