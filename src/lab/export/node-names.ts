/** With a hyphen and a device's name within the 15 characters of a device: so clabernetes calls its ends of the wires. */
const LONGEST_NODE = 9;
const LONGEST_DEVICE = 5;

/**
 * A node's name by that of its namespace: a label of the domain name system that begins with a letter, as names of
 * services in Kubernetes do. The hash at the end stays, so that one is found by the other.
 */
export function nodeNames(namespaces: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    namespaces.map((namespace) => {
      const at = namespace.lastIndexOf("-");
      const letters = namespace.slice(0, at).replace(/^[^a-z]+/, "") || "n";
      const tail = namespace.slice(at + 1);
      const room = LONGEST_NODE - tail.length - 1;
      let name = `${letters.slice(0, room)}-${tail}`;
      for (let next = 2; taken.has(name); next++)
        name = `${letters.slice(0, room - `${next}`.length)}${next}-${tail}`;
      taken.add(name);
      return [namespace, name] as const;
    }),
  );
}

export function exportedDevice(number: number): string {
  const name = `e${number}`;
  if (name.length > LONGEST_DEVICE) throw new Error(`no name is left for the device ${name} of one node`);
  return name;
}
