import type { Node, Topology } from "../../model/topology.ts";
import type { LabLink, LabLinkEnd, LabPlan } from "../lab-plan.ts";
import { createPolicyWords } from "./bird-filters.ts";
import { birdText, EXPORTED } from "./bird-text.ts";
import { createCircuitCarriers } from "./circuit-carriers.ts";
import { layDeviceInterfaces } from "./device-interfaces.ts";
import { deviceRouting } from "./device-routing.ts";
import { placeHosts } from "./hosts.ts";
import {
  createDraft,
  type LabDraft,
  type LabOptions,
  leaveOut,
  type NamespaceDraft,
  namespaceFor,
  tableNumber,
} from "./lab-draft.ts";
import { fillingsOf, writeTable } from "./lookup-tables.ts";
import { writeMembers } from "./member-tables.ts";
import { nftText } from "./nft-text.ts";
import { lookupPlace, nodeOf, nodesIn, placeOf } from "./places.ts";
import { createRouters } from "./routers.ts";
import { createSegments } from "./segments.ts";
import { labShields, SHIELDS, shieldsFile } from "./shields.ts";
import { layTunnels } from "./tunnel-devices.ts";
import { createWays, tablePurpose } from "./ways.ts";
import { createWires } from "./wires.ts";

/** A topology as namespaces, wires and programs; the same text for the same topology. */
export function planLab(topology: Topology, options: LabOptions): LabPlan {
  const draft = createDraft(topology, options);
  for (const node of nodesIn(draft))
    if (placeOf(node) === "fabric" || placeOf(node) === "router") lookupPlace(draft, node);

  const wires = createWires(draft);
  const tunnels = layTunnels(draft, createSegments(draft), createCircuitCarriers(draft, wires));
  const ways = createWays(draft, wires, tunnels);
  const hosts = placeHosts(draft, wires);
  const fillings = fillingsOf(draft);
  const routers = createRouters(draft, ways, wires, fillings);

  routers.speak();
  for (const node of nodesIn(draft))
    if (node.role === "p2sUsers" && node.table !== undefined)
      tableNumber(namespaceFor(draft, node.id, node.name, node.id), tablePurpose(node.table));
  // A table may lead to one that nobody has asked for yet.
  const written = new Set<string>();
  for (let work = unwritten(draft, written); work.length > 0; work = unwritten(draft, written))
    for (const { key, namespace, node, table } of work) {
      written.add(key);
      const kept = writeTable(table, namespace, node, ways, fillings, draft);
      if (kept) routers.keep(namespace, node, table, kept);
    }
  writeMembers(draft, hosts, wires);

  const speaking = routers.all();
  for (const node of nodesIn(draft)) {
    const sessions = speaking.find((one) => one.node.id === node.id)?.router.sessions ?? [];
    layDeviceInterfaces(draft, node, sessions, tunnels);
  }
  const words = createPolicyWords(topology);
  for (const { node, router, about } of speaking) {
    const exported = deviceRouting(draft, node, router, tunnels);
    const shields = labShields(router);
    draft.daemons.push({
      name: `bgp-${router.namespace.name}`,
      namespace: router.namespace.name,
      program: "bird",
      files: [
        { name: "bird.conf", text: birdText(router, words, options.timers, exported) },
        ...(shields.length > 0 ? [{ name: SHIELDS, text: shieldsFile(shields, () => false) }] : []),
        ...(exported ? [{ name: EXPORTED, text: exported.text }] : []),
      ],
      about,
      ...(shields.length > 0 ? { shields } : {}),
    });
  }
  tellWhatIsLeftOut(draft);
  return planOf(draft);
}

function tellWhatIsLeftOut(draft: LabDraft): void {
  for (const node of nodesIn(draft)) {
    if ((node.balances ?? []).length > 1)
      leaveOut(draft, node.id, "as a next hop it sends everything to the first of its backends");
    if (node.within === undefined && node.prefixes.some(({ family }) => family === 6))
      leaveOut(draft, node.id, "its IPv6 ranges are not in a lab");
  }
}

function unwritten(draft: LabDraft, written: ReadonlySet<string>) {
  return [...draft.namespaces.values()].flatMap((namespace) => {
    const node = nodeOf(draft, namespace.node ?? "");
    return [...namespace.tables.keys()].flatMap((purpose) =>
      tableFor(draft, namespace, node, purpose, written),
    );
  });
}

function tableFor(
  { topology }: LabDraft,
  namespace: NamespaceDraft,
  node: Node | undefined,
  purpose: string,
  written: ReadonlySet<string>,
) {
  const key = `${namespace.id} ${purpose}`;
  const table = topology.tables.get(purpose.slice(tablePurpose("").length));
  return node && table && purpose === tablePurpose(table.id) && !written.has(key)
    ? [{ key, namespace, node, table }]
    : [];
}

function planOf({ namespaces, links, daemons, hosts, notRun }: LabDraft): LabPlan {
  const behindTunnels = new Set(
    [...namespaces.values()].filter(({ tunnels }) => tunnels.size > 0).map(({ name }) => name),
  );
  const outer = new Set(daemons.flatMap(({ tunnel }) => (tunnel ? [tunnel.outer] : [])));
  return {
    namespaces: [...namespaces.values()].map((draft) => {
      const nft = nftText(draft);
      const { name, node, title, ip, tables, arrivals, tunnels, tagged } = draft;
      return {
        name,
        title,
        ip,
        lookups: {
          tables: Object.fromEntries(tables),
          arrivals: Object.fromEntries(arrivals),
          tunnels: Object.fromEntries(tunnels),
        },
        ...(node === undefined ? {} : { node }),
        ...(nft === undefined ? {} : { nft }),
        ...(tagged?.tag === undefined ? {} : { tag: tagged.tag }),
      };
    }),
    links: links.map((link) => gathering(link, behindTunnels, outer)),
    daemons,
    hosts,
    notRun: [...notRun.values()],
  };
}

/** What a tunnel ends in sends on by itself: its wires gather at their far ends, but for those that tunnels run over. */
function gathering(link: LabLink, behindTunnels: ReadonlySet<string>, outer: ReadonlySet<string>): LabLink {
  const [a, b] = link.ends;
  if (link.link !== undefined || link.ends.some(({ device }) => outer.has(device))) return link;

  const end = (one: LabLinkEnd, far: LabLinkEnd): LabLinkEnd =>
    behindTunnels.has(far.namespace) ? { ...one, gathers: true } : one;
  return { ...link, ends: [end(a, b), end(b, a)] };
}
