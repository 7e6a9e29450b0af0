import { addressAt, formatAddress, formatPrefix } from "../dist/ip/index.js";
import { partsOf } from "../dist/routing/flow-parts.js";
import { createLookup, decidingRows } from "../dist/routing/lookup.js";
import { stepAtNode } from "../dist/routing/trace/at-node.js";
import { stepAtTable } from "../dist/routing/trace/at-table.js";
import { gapsByElement, indexOf } from "../dist/routing/trace/topology-index.js";
import { createUp } from "../dist/routing/up.js";

/** Where a row leads that drops. */
const NOWHERE = -1;

/**
 * The routes of a topology as somebody else's program would be handed them: of every place the rows of its table, each a
 * range of addresses and where it leads, and of every network who has which range. Nothing is matched: that is for who
 * reads them. `routes` are [place, first, last, next place], `homes` [endpoint, place where it is delivered].
 */
export function routeFacts(topology, solved, situation, endpoints) {
  const up = createUp(topology, situation);
  const world = {
    ...createLookup(topology, solved, situation),
    topology,
    index: indexOf(topology),
    up,
    solvedGaps: gapsByElement(solved.gaps),
    latency: () => undefined,
  };
  const places = numbering();
  const layers = numbering();
  const routes = [];
  const seen = new Set();
  const waiting = endpoints.map(({ node }) => [startKey(node), node, node.table]);
  const begins = endpoints.map(({ node }) => places(startKey(node)));
  const errand = { world, to: { node: "", address: addressAt(endpoints[0].node.prefixes[0], 0) } };

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [key, node, tableId] = next;
    if (seen.has(key)) continue;
    seen.add(key);
    const table = topology.tables.get(tableId);
    for (const { range, free } of rangesOf(table)) {
      for (const step of stepAtTable(beginAt(node, tableId, free), errand))
        for (const to of leadingTo(step)) routes.push([places(key), ...range, to]);
    }
  }
  const reached = [...new Set(membersOfAll())];
  const homes = endpoints.flatMap(({ node }, index) =>
    reached.filter((one) => isPartOf(one, node)).map(({ id }) => [index, places(`at ${id}`)]),
  );
  return {
    routes,
    begins,
    homes,
    addresses: endpoints.map(({ address }) => numberOf(address)),
    destinations: endpoints.length,
  };

  /** Each prefix of a table that decides anything, and an address in it that no longer one has. */
  function rangesOf(table) {
    const rows = table.layers.flatMap((layer) => [...layer.rows, ...(solved.layers.get(layer.id) ?? [])]);
    const prefixes = [...new Map(rows.map(({ prefix }) => [formatPrefix(prefix), prefix])).values()]
      .filter(({ family }) => family === 4)
      .filter((prefix) => decidingRows(table, solved, prefix, up.meets).length > 0);
    const ranges = prefixes.map((prefix) => ({ prefix, range: rangeOf(prefix) }));
    ranges.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
    return ranges.flatMap(({ prefix, range: [first, last] }, index) => {
      let offset = 0;
      for (let other = index + 1; ranges[other] && ranges[other].range[0] <= first + offset; other += 1)
        offset = Math.max(offset, ranges[other].range[1] + 1 - first);
      return first + offset > last ? [] : [{ range: [first, last], free: addressAt(prefix, offset) }];
    });
  }

  /** Up to the next lookup. */
  function leadingTo(step) {
    if (step.at === "end") return [NOWHERE];
    if (step.at === "members") return [membersOf(step.network)];
    if (step.at === "node") return stepAtNode(step, errand).flatMap(leadingTo);
    const { node } = step.journey;
    const key = `${node.id} ${step.table}`;
    waiting.push([key, node, step.table]);
    return [places(key)];
  }

  /** A place of its own, at which the longest match among the members is who gets it. */
  function membersOf(network) {
    const key = `members ${network.id}`;
    if (!seen.has(key)) {
      seen.add(key);
      for (const node of holdersIn(network))
        for (const prefix of node.prefixes.filter(({ family }) => family === 4))
          routes.push([places(key), ...rangeOf(prefix), places(`at ${node.id}`)]);
    }
    return places(key);
  }

  function holdersIn(network) {
    const members = [...topology.nodes.values()].filter(({ within }) => within === network.id);
    return network.table === undefined ? members : [...members, network];
  }

  function membersOfAll() {
    const networks = [...topology.nodes.values()].filter(({ id }) => seen.has(`members ${id}`));
    return networks.flatMap(holdersIn);
  }

  /** Subnets of one network with the same layers begin alike. */
  function startKey(node) {
    return `${node.within ?? node.id} ${topology.tables.get(node.table).layers.map(layers).join(" ")}`;
  }
}

function beginAt(node, table, address) {
  const journey = {
    packet: { source: address, destination: address },
    parts: partsOf({ protocol: "*" }),
    node,
    denied: [],
    decidedBy: [],
    assumed: [],
    rewrites: [],
    hops: [],
    seen: undefined,
    stateful: [],
    chosen: new Map(),
  };
  return { at: "table", table, sendsOn: "no", journey };
}

/** An interface is of its subnet, and a device of its site. */
function isPartOf(reached, asked) {
  return (
    reached.id === asked.id ||
    reached.within === asked.id ||
    asked.within === reached.id ||
    (reached.within !== undefined && reached.within === asked.within && holds(asked, reached))
  );
}

function holds(asked, reached) {
  return asked.prefixes.some((outer) =>
    reached.prefixes.some((inner) => {
      const [[first, last], [from, to]] = [outer, inner].map(rangeOf);
      return first <= from && to <= last;
    }),
  );
}

function rangeOf(prefix) {
  const first = numberOf(addressAt(prefix, 0));
  return [first, first + 2 ** (32 - prefix.length) - 1];
}

function numberOf(address) {
  return formatAddress(address)
    .split(".")
    .reduce((sum, part) => sum * 256 + Number(part), 0);
}

function numbering() {
  const numbers = new Map();
  return (key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  };
}
