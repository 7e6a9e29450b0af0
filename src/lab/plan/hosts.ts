import type { Node } from "../../model/topology.ts";
import { addNft, type LabDraft, type NamespaceDraft } from "./lab-draft.ts";
import { hostAddresses, hostNamespace } from "./members.ts";
import { lookupPlace, nodesIn, placeOf } from "./places.ts";
import { filterAsTold } from "./security-rules.ts";
import { tablePurpose } from "./ways.ts";
import type { Wires } from "./wires.ts";

/** A host and how its network reaches it. */
export interface PlacedHost {
  readonly node: Node;
  readonly namespace: NamespaceDraft;
  readonly network: NamespaceDraft;
  /** In the network's namespace. */
  readonly device: string;
  readonly addresses: readonly string[];
}

/** Every place where a machine can be: one a subnet, one an interface or endpoint, one a site. */
export function placeHosts(draft: LabDraft, wires: Wires): readonly PlacedHost[] {
  return nodesIn(draft).flatMap((node) => {
    const isSite = placeOf(node) === "fabric" && node.table !== undefined;
    const namespace = placeOf(node) === "host" || isSite ? hostNamespace(draft, node) : undefined;
    const network = lookupPlace(draft, node);
    const addresses = hostAddresses(draft, node);
    const [address] = addresses;
    if (!namespace || !network || address === undefined) return [];

    const arrival = node.table === undefined ? undefined : tablePurpose(node.table);
    const { device: own } = wires.lead(namespace, network, arrival);
    const { device } = wires.lead(network, namespace, undefined);
    namespace.ip.push(
      ...addresses.map((one) => `addr add ${one}/32 dev ${own}`),
      `route add default dev ${own} src ${address}`,
    );
    filterAsTold(draft, node, namespace, own);
    forwardAsTold(node, namespace, own);
    draft.hosts.push({ name: namespace.name, node: node.id, namespace: namespace.name, address });
    return [{ node, namespace, network, device, addresses }];
  });
}

function forwardAsTold({ forwarding }: Node, namespace: NamespaceDraft, device: string): void {
  if (forwarding.does !== "yes") {
    addNft(namespace, "forward", "drop");
    return;
  }
  if (forwarding.stateful) addNft(namespace, "forward", "ct state invalid drop");
  if (forwarding.sourceNat) addNft(namespace, "postrouting", `iifname "${device}" masquerade`);
}
