import type { LabNamespace, LabPlan } from "../../lab/lab-plan.ts";
import type { LabState } from "../../lab/run/lab-state.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import { findPlace } from "../find-place.ts";
import { listNames } from "../list-names.ts";
import type { Place } from "../places.ts";
import { UserError } from "../user-error.ts";

const COMPANION = /^(site|p2susers|providerrouter)\//;

/** What people call an id of a lab, without the file that it was made from: `orders/web`, `hub-vpn#0`, `amsterdam`. */
export function nameOfLabId(id: string): string {
  const [, head = id, rest = ""] = /^([^#]*)(.*)$/.exec(id) ?? [];
  const names = namesIn(head);
  return `${names ? names.join("/") : head.replace(COMPANION, "")}${rest}`.replace(/\/edge$/, "");
}

/** Also of what stands on a resource and is none itself: the links of a gateway's users. */
function namesIn(id: string): readonly string[] | undefined {
  const own = parseResourceId(id)?.names;
  if (own) return own;
  const cut = id.lastIndexOf("/");
  const above = parseResourceId(id.slice(0, cut))?.names;
  return above && [...above, id.slice(cut + 1)];
}

function placesIn(ids: Iterable<string>): readonly Place[] {
  return [...new Set(ids)].map((id) => ({ id, name: nameOfLabId(id) }));
}

/** A place of the lab by the end of its name. */
export function findLabPlace(text: string, ids: Iterable<string>, lab: LabState): Place {
  return findPlace(text, placesIn(ids), { file: `The lab ${lab.name}`, calledInFile: new Map() });
}

/** Where a command runs: on a host, or a router. A network means the one host that is in it. */
export function findLabNamespace(text: string, lab: LabState): LabNamespace {
  const { hosts, namespaces } = lab.plan;
  const byNode = namespacesByNode(lab.plan);
  const exact = namespaces.find(({ name }) => name === text);
  if (exact) return exact;

  const { id, name } = findLabPlace(text, byNode.keys(), lab);
  const inside = hosts.filter(({ node }) => node.startsWith(`${id}/subnets/`));
  const [only] = inside;
  if (inside.length > 1)
    throw new UserError(
      `${name} has several hosts: ${listNames(inside.map(({ node }) => nameOfLabId(node)))}.`,
      "Name one of them.",
    );
  const found = byNode.get(only?.node ?? id);
  if (!found) throw new Error(`the lab has lost ${id}`);
  return found;
}

/** Sites have two: their machines are meant. */
function namespacesByNode({ hosts, namespaces }: LabPlan): ReadonlyMap<string, LabNamespace> {
  const isHost = new Set(hosts.map(({ namespace }) => namespace));
  const inOrder = [...namespaces].sort((a, b) => Number(isHost.has(a.name)) - Number(isHost.has(b.name)));
  return new Map(inOrder.flatMap((one) => (one.node === undefined ? [] : [[one.node, one] as const])));
}
