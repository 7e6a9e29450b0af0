import { partsOf } from "../dist/routing/flow-parts.js";
import { createLookup } from "../dist/routing/lookup.js";
import { stepAtMembers } from "../dist/routing/trace/at-members.js";
import { stepAtNode } from "../dist/routing/trace/at-node.js";
import { stepAtTable } from "../dist/routing/trace/at-table.js";
import { judgeEnd } from "../dist/routing/trace/judge-end.js";
import { gapsByElement, indexOf } from "../dist/routing/trace/topology-index.js";
import { createUp } from "../dist/routing/up.js";

/**
 * The forwarding of a topology, said in facts: `edges` are [place, destination, next place], `delivers` [place,
 * destination]; places and destinations are numbers, and an endpoint begins at `begins[endpoint]`. Longest matches are
 * made already, so that who reads the facts has no more to do than to follow them.
 */
export function forwardingFacts(topology, solved, situation, endpoints) {
  const world = {
    ...createLookup(topology, solved, situation),
    topology,
    index: indexOf(topology),
    up: createUp(topology, situation),
    solvedGaps: gapsByElement(solved.gaps),
    latency: () => undefined,
  };
  const places = numbering();
  const [edges, delivers] = [[], []];
  const kinds = numbering();
  const begins = endpoints.map(({ node }) => places(startKey(node)));
  const starts = [...new Map(endpoints.map((end) => [startKey(end.node), end])).values()];

  for (const [destination, to] of endpoints.entries()) {
    const seen = new Set();
    const waiting = starts.map((from) => [places(startKey(from.node)), beginAt(from, to)]);
    const errand = { world, to: { node: to.node.id, address: to.address } };
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [place, step] = next;
      if (seen.has(place)) continue;
      seen.add(place);
      for (const after of walkToPlaces(step, errand)) {
        if (after.at === "end") {
          if (after.outcome === "delivered") delivers.push([place, destination]);
          continue;
        }
        const there = places(`${after.journey.node.id} ${after.table}`);
        edges.push([place, destination, there]);
        waiting.push([there, { ...after, journey: fresh(after.journey) }]);
      }
    }
  }
  return { places: places.count(), destinations: endpoints.length, edges, delivers, begins };

  /** Subnets of one network with the same layers begin alike. */
  function startKey(node) {
    return `${node.within ?? node.id} ${topology.tables.get(node.table).layers.map(kinds).join(" ")}`;
  }
}

function beginAt({ node, address }, to) {
  const packet = { source: address, destination: to.address };
  const journey = {
    packet,
    parts: partsOf({ protocol: "*" }),
    node,
    denied: [],
    decidedBy: [],
    assumed: [],
    rewrites: [],
    ...fresh({}),
  };
  return { at: "table", table: node.table, sendsOn: "no", journey };
}

function fresh(journey) {
  return { ...journey, hops: [], seen: new Set(), stateful: [], chosen: new Map() };
}

/** Up to the next lookups. */
function walkToPlaces(step, errand) {
  const found = [];
  const waiting = [...stepAtTable(step, errand)];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.at === "end") found.push(judgeEnd(next, errand));
    else if (next.at === "table") found.push(next);
    else waiting.push(...(next.at === "node" ? stepAtNode : stepAtMembers)(next, errand));
  }
  return found;
}

function numbering() {
  const numbers = new Map();
  const number = (key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  };
  number.count = () => numbers.size;
  return number;
}
