import type { Address } from "../../../src/ip/index.ts";
import type { Node, Table } from "../../../src/model/topology.ts";
import { passes } from "./filters.ts";
import { type End, end, type Going, type Question, tableOf } from "./going.ts";
import { nearEnd } from "./links.ts";
import { deciding } from "./rows.ts";

/** Both ways are open where the flow passed once. */
export function filter(
  node: Node,
  direction: "inbound" | "outbound",
  going: Going,
  question: Question,
): Going | End {
  const filters = node[direction] ?? [];
  if (filters.length === 0 || question.first?.nodes.includes(node.id)) return going;

  const table = tableOf(node, question);
  const asked = {
    source: going.source,
    destination: going.destination,
    leadsTo: (address: Address) => leadsTo(node, table, address, question),
  };
  const verdicts = going.kinds.map((kind) => ({
    kind,
    verdict: passes(filters, kind, asked, question.topology),
  }));
  if (verdicts.some(({ verdict }) => verdict === "unknown"))
    return end(going, node.id, "notModelled", "a rule with a service tag decides");
  const kinds = verdicts.filter(({ verdict }) => verdict === "Allow").map(({ kind }) => kind);
  if (kinds.length > 0) return { ...going, kinds };
  return end(going, node.id, direction === "inbound" ? "deniedInbound" : "deniedOutbound", "filtered");
}

function leadsTo(node: Node, table: Table | undefined, address: Address, question: Question) {
  const [row] = table ? deciding(table, address, question, question.used) : [];
  if (!row || row.nextHop.to === "none") return "nowhere";
  // A peering that is not to be accessed takes the far ranges out of the tag VirtualNetwork.
  const link = row.nextHop.to === "link" ? question.topology.links.get(row.nextHop.link) : undefined;
  if (link && !nearEnd(link, node).sends) return "nowhere";
  return row.nextHop.to === "internet" || row.nextHop.to === "service" ? "internet" : "somewhere";
}
