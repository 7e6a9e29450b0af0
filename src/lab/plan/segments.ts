import { type Segment, segmentRange } from "./lab-addresses.ts";
import type { LabDraft, NamespaceDraft } from "./lab-draft.ts";
import { namespaceFor } from "./lab-draft.ts";

const BRIDGE = "br0";

/** A wire that many share: the internet, and the provider's own backbone. Who has an address on it is a neighbour. */
export interface Segments {
  /** The device there that leads to the segment, made at the first question. */
  join(namespace: NamespaceDraft, segment: Segment): string;
  /** The same with an address there. */
  joinAt(namespace: NamespaceDraft, segment: Segment, address: string): string;
}

export function createSegments(draft: LabDraft): Segments {
  const joined = new Map<string, string>();

  function join(namespace: NamespaceDraft, segment: Segment): string {
    const key = `${segment} ${namespace.id}`;
    const known = joined.get(key);
    if (known !== undefined) return known;

    const bridge = bridgeOf(draft, segment);
    const name = draft.names.nameOf(key, segment.slice(0, 3));
    const [port, device] = [`${name}p`, `${name}e`];
    draft.links.push({
      ends: [
        { namespace: bridge.name, device: port, bridge: BRIDGE },
        { namespace: namespace.name, device },
      ],
    });
    bridge.ip.push(`link set ${port} master ${BRIDGE} up`);
    namespace.ip.push(`link set ${device} up`, `route add ${segmentRange(segment)} dev ${device}`);
    joined.set(key, device);
    return device;
  }

  return {
    join,
    joinAt(namespace, segment, address) {
      const device = join(namespace, segment);
      namespace.ip.push(`addr add ${address}/32 dev ${device}`);
      return device;
    },
  };
}

function bridgeOf(draft: LabDraft, segment: Segment): NamespaceDraft {
  const isNew = !draft.namespaces.has(segment);
  const namespace = namespaceFor(draft, segment, segment);
  if (isNew) namespace.ip.push(`link add ${BRIDGE} type bridge`, `link set ${BRIDGE} up`);
  return namespace;
}
