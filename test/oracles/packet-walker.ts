/**
 * What happens to a packet, a second time: one step after another by the topology's own words, with every row and rule
 * tried at every step. It keeps nothing between questions and is written to be read.
 */
import { type Address, compareAddresses, containsAddress, formatAddress } from "../../src/ip/index.ts";
import type { Link, Node, Table } from "../../src/model/topology.ts";
import type { Flow, Outcome, TraceEnd } from "../../src/model/trace.ts";
import type { Used } from "./walker/bgp.ts";
import { addressOf, answering, type Kind, kindsOf, owns } from "./walker/filters.ts";
import { filter } from "./walker/gate.ts";
import {
  type End,
  end,
  type Going,
  hasEnded,
  ifStateful,
  meaningOf,
  nodeOf,
  type Question,
  tableOf,
  unsaidOf,
  unsaidOfTable,
  worst,
} from "./walker/going.ts";
import {
  addressHere,
  farEnd,
  isEmpty,
  leave,
  linkOf,
  linkTo,
  linkToEdge,
  membersFor,
} from "./walker/links.ts";
import { there, toInternet, toService } from "./walker/outside.ts";
import { deciding, formatPlaced, type Placed, rowsOf } from "./walker/rows.ts";
import { up, type World } from "./walker/up.ts";

export interface Walked {
  readonly outcome: Outcome;
  readonly there: readonly WalkedWay[];
  readonly back: readonly WalkedWay[];
}

export interface WalkedWay {
  readonly nodes: readonly string[];
  readonly outcome: Outcome;
  readonly because: string;
  /** Which rows decided, hop by hop. */
  readonly rows: readonly string[];
}

export function walk(from: TraceEnd, to: TraceEnd, flow: Flow, world: World, used: Used): Walked {
  const kinds = kindsOf(flow, world.topology);
  const question: Question = { ...world, used, to, first: undefined };
  const there = begin(from, addressAt(to), kinds, question);
  const arrived = there.filter(({ outcome }) => outcome === "delivered" || outcome === "partlyDenied");
  const backs =
    "internet" in to
      ? []
      : arrived.map((end) =>
          goBack(from, to, end, question).map((back) => judge(ifExpected(back, addressAt(to)), end)),
        );

  return {
    outcome: worst([
      ...there.map(({ outcome }) => outcome),
      ...backs.flat().map(({ outcome }) => meaningOf(outcome)),
    ]),
    there: there.map(wayOf),
    back: backs.flat().map(wayOf),
  };
}

function wayOf({ nodes, outcome, because, rows }: End): WalkedWay {
  const byHop = [...new Set(rows.map(({ hop }) => hop))].map((hop) =>
    rows
      .flatMap((row) => (row.hop === hop ? row.row : []))
      .toSorted()
      .join(" = "),
  );
  return { nodes, outcome, because, rows: byHop };
}

function addressAt(end: TraceEnd): Address {
  return "internet" in end ? end.internet : end.address;
}

function goBack(from: TraceEnd, to: TraceEnd, first: End, question: Question): readonly End[] {
  const back = { ...question, to: from, first };
  return begin({ node: first.at, address: first.destination }, first.source, answering(first.kinds), back);
}

/** Whoever asked one address throws away what another one answers. */
function ifExpected(back: End, asked: Address): End {
  if (back.outcome !== "delivered" && back.outcome !== "partlyDenied") return back;
  if (compareAddresses(back.source, asked) === 0) return back;
  return { ...back, outcome: "dropped", because: "its source is another" };
}

/** A way back that another keeper of flows lies on, or the same one does not, is none for this flow. */
function judge(back: End, there: End): End {
  if (back.outcome !== "delivered" && back.outcome !== "partlyDenied") return back;
  const same = back.stateful.toSorted().join() === there.stateful.toSorted().join();
  return same ? back : { ...back, outcome: "asymmetric" };
}

function begin(
  from: TraceEnd,
  destination: Address,
  kinds: readonly Kind[],
  question: Question,
): readonly End[] {
  if ("internet" in from) throw new Error("Walks begin in the estate.");
  const node = nodeOf(from.node, question);
  const going: Going = {
    source: from.address,
    destination,
    nodes: [node.id],
    rows: [],
    kinds,
    begunWith: kinds.length,
    stateful: [],
    replaced: [],
    balanced: [],
    been: [],
  };
  if (!up(node.id, question)) return [end(going, node.id, "dropped", "the source is down")];
  const unsaid = unsaidOf(node.id, going, question);
  if (unsaid) return [unsaid];
  const filtered = filter(node, "outbound", going, question);
  return hasEnded(filtered) ? [filtered] : lookUp(node, tableOf(node, question), filtered, question);
}

/** The packet is at the node, and that table says where to. */
function lookUp(node: Node, table: Table | undefined, going: Going, question: Question): readonly End[] {
  if (!table) return [end(going, node.id, "noRoute", "no table")];
  const { source, destination } = going;
  const here = `${node.id} ${table.id} ${formatAddress(source)} ${formatAddress(destination)}`;
  if (going.been.includes(here)) return [end(going, node.id, "loop", here)];

  const unsaid = unsaidOfTable(table, going, question);
  if (unsaid) return [unsaid];
  const rows = deciding(table, destination, question, question.used);
  if (rows.length === 0) return [end(going, node.id, "noRoute", `${table.id} has no row`)];
  const [open] = rows.flatMap(({ undecided }) => undecided ?? []);
  if (open !== undefined) return [end(going, node.id, "notModelled", open)];
  const on = { ...going, been: [...going.been, here] };
  return rows.flatMap((row) => {
    const decided = { hop: going.nodes.length, row: formatPlaced(row) };
    return follow(node, table, row, { ...on, rows: [...on.rows, decided] }, question);
  });
}

function follow(node: Node, table: Table, row: Placed, going: Going, question: Question): readonly End[] {
  const hop = row.nextHop;
  if (hop.to === "members") return among(hop.network, node, going, question);
  if (hop.to === "link") return cross(linkOf(hop.link, question), node, going, question);
  if (hop.to === "addresses")
    return hop.addresses.flatMap((address) => byAppliance(node, table, address, going, question));
  if (hop.to === "nodes") return toNodes(node, hop.nodes, going, question);
  if (hop.to === "table") return lookUp(node, question.topology.tables.get(hop.table), going, question);
  if (hop.to === "internet") return [toInternet(node, going, question)];
  if (hop.to === "service") return [toService(node, hop.name, going, question)];
  return [end(going, node.id, "dropped", "next hop None")];
}

function toNodes(node: Node, ids: readonly string[], going: Going, question: Question): readonly End[] {
  const known = ids.filter((id) => question.topology.nodes.has(id));
  const ready = known.filter((id) => up(id, question));
  if (known.length === 0) return [end(going, node.id, "dropped", "the next hop is not there")];
  return (ready.length > 0 ? ready : known.slice(0, 1)).flatMap((id) =>
    jump(node, nodeOf(id, question), going, question),
  );
}

/** Delivered within a network, to whoever answers for the longest part around the address. */
function among(network: string, from: Node, going: Going, question: Question): readonly End[] {
  const members = membersFor(network, going.destination, question);
  const whole = nodeOf(network, question);
  if (isEmpty(network, question) && owns(whole, going.destination) && from.id !== network)
    return [
      end({ ...going, nodes: [...going.nodes, network] }, network, "leavesEstate", "not in the estate"),
    ];
  if (members.length === 0) return [end(going, from.id, "noRoute", `nobody in ${network} has the address`)];
  return members.flatMap((member) =>
    member === from && going.nodes.at(-1) === member.id
      ? [toItself(member, going, question)]
      : arrive(member, tableOf(member, question), going, question, true),
  );
}

function toItself(node: Node, going: Going, question: Question): End {
  const filtered = filter(node, "inbound", going, question);
  return hasEnded(filtered) ? filtered : delivered(node, filtered, question);
}

/** An appliance's address is looked for in the network itself or over one link, whatever other rows say. */
function byAppliance(
  node: Node,
  table: Table,
  address: Address,
  going: Going,
  question: Question,
): readonly End[] {
  const whole = question.topology.tables.get(table.nextHopsIn ?? table.id) ?? table;
  const near = rowsOf(whole, question, question.used).filter(
    ({ nextHop, prefix }) =>
      (nextHop.to === "members" || nextHop.to === "link") && containsAddress(prefix, address),
  );
  const [row] = near.toSorted((a, b) => b.prefix.length - a.prefix.length || b.layer.rank - a.layer.rank);
  if (!row) return [end(going, node.id, "dropped", `${formatAddress(address)} is not reachable`)];

  const link = row.nextHop.to === "link" ? question.topology.links.get(row.nextHop.link) : undefined;
  const crossed = link ? leave(link, node, going, question) : going;
  if (hasEnded(crossed)) return [crossed];
  const network = link ? farEnd(link, node).node : row.nextHop.to === "members" ? row.nextHop.network : "";
  const owners = membersFor(network, address, question).filter((member) => addressHere(member, address));
  if (owners.length === 0) return [end(going, node.id, "dropped", `nobody has ${formatAddress(address)}`)];
  return owners.flatMap((owner) => arrive(owner, tableOf(owner, question), crossed, question, true));
}

/** To a node that stands in this network, in one a link away, or in none and at the end of a link. */
function jump(from: Node, to: Node, going: Going, question: Question): readonly End[] {
  const link =
    linkTo(from, to, question) ?? (to.within === undefined ? linkToEdge(from, to, question) : undefined);
  const crossed = link ? leave(link, from, going, question, to) : going;
  if (hasEnded(crossed)) return [crossed];
  return arrive(to, tableOf(to, question), crossed, question, false);
}

function cross(link: Link, node: Node, going: Going, question: Question): readonly End[] {
  const crossed = leave(link, node, going, question);
  if (hasEnded(crossed)) return [crossed];
  const far = farEnd(link, node);
  const there = nodeOf(far.node, question);
  if (far.arrivalTable === undefined) {
    const members = membersFor(there.id, crossed.destination, question);
    if (members.length > 0 || !owns(there, crossed.destination))
      return among(there.id, node, crossed, question);
    return [end(crossed, node.id, "noRoute", `nobody in ${there.id} has the address`)];
  }
  return arrive(there, question.topology.tables.get(far.arrivalTable), crossed, question, false);
}

/** At the node: it was for it, or it sends it on. */
function arrive(
  node: Node,
  table: Table | undefined,
  before: Going,
  question: Question,
  filters: boolean,
): readonly End[] {
  const going = { ...before, nodes: [...before.nodes, node.id] };
  if (!up(node.id, question)) return [end(going, node.id, "dropped", `${node.id} is down`)];
  const unsaid = unsaidOf(node.id, going, question);
  if (unsaid) return [unsaid];
  const filtered = filters ? filter(node, "inbound", going, question) : going;
  if (hasEnded(filtered)) return [filtered];

  if (node.balances) return balance(node, node.balances, filtered, question);
  const undone = question.first?.replaced.findLast(({ by }) => by === node.id);
  if (undone && formatAddress(undone.shown) === formatAddress(filtered.destination)) {
    const on = {
      ...filtered,
      destination: undone.was,
      stateful: [...filtered.stateful, ...ifStateful(node)],
    };
    return lookUp(node, table, on, question);
  }
  if (owns(node, filtered.destination)) return [delivered(node, filtered, question)];
  return sendOn(node, table, filtered, question);
}

function delivered(node: Node, going: Going, question: Question): End {
  const { to } = question;
  if (!("internet" in to) && to.node !== node.id && !question.first)
    return end(going, node.id, "overlap", `${node.id} has the address as well as ${to.node}`);
  if (!("internet" in to) && to.node !== node.id)
    return end(going, node.id, "dropped", "the answer goes elsewhere");
  return there(node, going);
}

function balance(node: Node, members: readonly string[], going: Going, question: Question): readonly End[] {
  const before = [...going.balanced, ...(question.first?.balanced ?? [])];
  const kept = before.find(({ by }) => by === node.id)?.to;
  const ready = members.filter((id) => up(id, question) && (kept === undefined || id === kept));
  if (ready.length === 0) return [end(going, node.id, "dropped", "nobody behind it is up")];
  return ready.flatMap((id) => {
    const on = { ...going, balanced: [...going.balanced, { by: node.id, to: id }] };
    return arrive(nodeOf(id, question), tableOf(nodeOf(id, question), question), on, question, true);
  });
}

function sendOn(node: Node, table: Table | undefined, going: Going, question: Question): readonly End[] {
  const { forwarding } = node;
  if (forwarding.does === "no") return [end(going, node.id, "dropped", forwarding.because)];
  if (forwarding.does === "unknown") return [end(going, node.id, "notModelled", forwarding.because)];

  const own = addressOf(node);
  const hides = forwarding.sourceNat && own !== undefined && !question.first;
  const on: Going = {
    ...going,
    stateful: [...going.stateful, ...ifStateful(node)],
    source: hides ? own : going.source,
    replaced: hides ? [...going.replaced, { by: node.id, shown: own, was: going.source }] : going.replaced,
  };
  const filtered = filter(node, "outbound", on, question);
  return hasEnded(filtered) ? [filtered] : lookUp(node, table, filtered, question);
}
