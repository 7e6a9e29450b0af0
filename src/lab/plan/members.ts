import {
  type Address,
  addressAt,
  addressCount,
  containsAddress,
  formatAddress,
  type Prefix,
} from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import { type LabDraft, type NamespaceDraft, namespaceFor } from "./lab-draft.ts";
import { nodeOf, nodesIn, placeOf } from "./places.ts";

/** Whoever has the address in a network: the member with the longest match. */
export function holderOf(draft: LabDraft, network: Node, address: Address): Node | undefined {
  const members = nodesIn(draft).filter(({ within }) => within === network.id);
  let found: Node | undefined;
  let longest = -1;
  for (const node of members)
    for (const prefix of node.prefixes)
      if (containsAddress(prefix, address) && prefix.length > longest)
        [found, longest] = [node, prefix.length];
  return found;
}

/** Where packets for a member end; of what spreads them over others, with the first of these. */
export function hostNamespace(draft: LabDraft, node: Node): NamespaceDraft | undefined {
  const [first] = node.balances ?? [];
  const backend = first === undefined ? undefined : nodeOf(draft, first);
  if (backend) return hostNamespace(draft, backend);

  if (placeOf(node) === "host") return namespaceFor(draft, node.id, titleOf(draft, node), node.id);
  if (placeOf(node) === "fabric") return namespaceFor(draft, siteHostId(node), `${node.name} host`, node.id);
  return undefined;
}

/** Of what speaks: a router, or an appliance at its interface. */
export function ownNamespace(draft: LabDraft, node: Node): NamespaceDraft | undefined {
  if (placeOf(node) === "router") return namespaceFor(draft, node.id, node.name, node.id);
  if (placeOf(node) === "host") return hostNamespace(draft, node);

  const [resource = ""] = node.id.split("#");
  const itself = resource === node.id ? undefined : nodeOf(draft, resource);
  return itself && hostNamespace(draft, itself);
}

function titleOf(draft: LabDraft, { name, role, within }: Node): string {
  const network = nodeOf(draft, within ?? "");
  return role === "subnet" && network ? `${network.name} ${name}` : name;
}

/** Sites stand for their machines themselves. */
function siteHostId({ id }: Node): string {
  return `${id} host`;
}

/** Azure keeps the first four addresses of a subnet, and nothing speaks against them elsewhere. */
const FIRST_HOST = 4;

/** The addresses that a host answers to; of a range its first that nobody else has. */
export function hostAddresses(draft: LabDraft, node: Node): readonly string[] {
  const ranges = node.prefixes.filter(({ family }) => family === 4);
  const single = ranges.filter(({ length }) => length === 32);
  if (single.length > 0) return single.map((prefix) => formatAddress(firstOf(prefix)));

  const network = nodeOf(draft, node.within ?? "") ?? node;
  const [range] = ranges;
  const free = range && freeAddress(range, (address) => isTaken(draft, network, node, address));
  return free === undefined ? [] : [formatAddress(free)];
}

function isTaken(draft: LabDraft, network: Node, node: Node, address: Address): boolean {
  const holder = holderOf(draft, network, address);
  return (
    holder !== undefined &&
    holder.id !== node.id &&
    placeOf(node) !== "none" &&
    holder.prefixes.some(isSingle)
  );
}

function isSingle({ length }: Prefix): boolean {
  return length === 32;
}

function firstOf(prefix: Prefix): Address {
  const address = addressAt(prefix, 0);
  if (address === undefined) throw new Error("A range has a first address.");
  return address;
}

function freeAddress(range: Prefix, isTaken: (address: Address) => boolean): Address | undefined {
  const count = addressCount(range);
  for (let offset = Math.min(FIRST_HOST, count - 1); offset < count; offset++) {
    const address = addressAt(range, offset);
    if (address !== undefined && !isTaken(address)) return address;
  }
  return undefined;
}
