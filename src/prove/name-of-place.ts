import type { Estate } from "../model/estate.ts";
import { keyOf, parseResourceId } from "../model/resource-id.ts";
import type { NodeId, Topology } from "../model/topology.ts";

/** `orders/web`, `orders-vpn#0`, `amsterdam`: the names of an id alone, as its resources spell them. */
export function nameOfPlace(id: NodeId, { nodes }: Topology, { resources }: Estate): string {
  const cut = id.indexOf("#");
  const head = cut < 0 ? id : id.slice(0, cut);
  const names = parseResourceId(resources.get(keyOf(head))?.id ?? head)?.names;
  if (!names) return nodes.get(id)?.name ?? id.slice(id.indexOf("/") + 1);
  return `${names.join("/")}${cut < 0 ? "" : id.slice(cut).replace(/\/edge$/, "")}`;
}
