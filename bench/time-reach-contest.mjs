// `node time-reach-contest.mjs 20 tracer,z3,sqlite` asks us and these contestants one question about one estate, and prints
// times and answers' differences.
import { addressAt } from "../dist/ip/index.js";
import { indexEstate } from "../dist/model/estate-index.js";
import { everythingUp } from "../dist/model/situation.js";
import { readEstate } from "../dist/readers/estate/read-estate.js";
import { reach } from "../dist/routing/reach/reach.js";
import { solveSessions } from "../dist/routing/solve-sessions.js";
import { createTracer } from "../dist/routing/trace.js";
import { readDocument } from "../dist/source/read-document.js";
import { buildTopology } from "../dist/topology/index.js";
import { generateEstate } from "./generate-estate.mjs";
import { median } from "./median.mjs";
import { askSqlite, askZ3 } from "./reach-contestants.mjs";
import { forwardingFacts } from "./reach-facts.mjs";
import { routeFacts } from "./route-facts.mjs";

const networks = Number(process.argv[2]);
const text = JSON.stringify(generateEstate(networks));
const { estate } = readEstate(readDocument("bench.estate.json", text));
const named = (process.argv[3] ?? "tracer,z3,sqlite").split(",");
const topology = forwardingAlone(buildTopology(indexEstate(estate)));
const solved = solveSessions(topology, everythingUp);
const flow = { protocol: "*" };

/**
 * Of topologies of their own, of which nothing is remembered. The tracer runs for so long that all of it is machine code,
 * and the others come as that: so ours is asked until it is too, and what the first time took is shown beside.
 */
const secondsOfWarmingUp = 6;
const rounds = 9;
const first = askAnew();
for (let spent = first.seconds; spent < secondsOfWarmingUp; ) spent += askAnew().seconds;
const seconds = median(Array.from({ length: rounds }, () => askAnew().seconds));
const ours = askOurs(topology, solved);

function askAnew() {
  const another = forwardingAlone(buildTopology(indexEstate({ ...estate })));
  const solvedAnew = solveSessions(another, everythingUp);
  return measure(() => askOurs(another, solvedAnew).delivered);
}

/** Asked for all pairs one by one, as the others answer; their answers too are read for comparison in nobody's time. */
function askOurs(topology, solved) {
  const found = reach(topology, solved, everythingUp, flow);
  let delivered = 0;
  for (const { to } of found.pairs("delivered")) delivered += to === "" ? 0 : 1;
  return { found, delivered };
}

function deliveredPairs(found) {
  const pairs = new Set();
  let number = 0;
  for (const { outcome } of found.pairs()) {
    if (outcome === "delivered") pairs.add(number);
    number += 1;
  }
  return pairs;
}

const endpoints = ours.found.endpoints.map(({ id, prefixes }) => ({
  node: topology.nodes.get(id),
  address: addressAt(prefixes[0], 9),
}));
const byTracer = !named.includes("tracer")
  ? skipped()
  : measure(() => {
      const tracer = createTracer(topology, solved, everythingUp);
      const pairs = new Set();
      for (const [one, from] of endpoints.entries()) {
        for (const [other, to] of endpoints.entries()) {
          const ends = [from, to].map(({ node, address }) => ({ node: node.id, address }));
          if (tracer.trace(ends[0], ends[1], flow).outcome === "delivered")
            pairs.add(one * endpoints.length + other);
        }
      }
      return { pairs };
    });
const others = {
  z3: named.includes("z3")
    ? askZ3(forwardingFacts(topology, solved, everythingUp, endpoints))
    : { missing: "not asked" },
  sqlite: named.includes("sqlite")
    ? askSqlite(routeFacts(topology, solved, everythingUp, endpoints))
    : { missing: "not asked" },
};
const delivered = deliveredPairs(ours.found);
const differences = Object.entries({ tracer: byTracer.value, ...others }).flatMap(([name, { pairs }]) =>
  pairs ? differing(delivered, pairs).map((pair) => `${name}: ${describe(pair)}`) : [],
);

console.log(
  JSON.stringify({
    networks: String(networks),
    endpoints: endpoints.length,
    ours: seconds,
    first: first.seconds,
    tracer: byTracer.seconds ?? "not asked",
    z3: others.z3.seconds ?? others.z3.missing,
    sqlite: others.sqlite.seconds ?? others.sqlite.missing,
    pairs: ours.delivered,
    agree: differences.length === 0 ? "all" : `not ${differences.length}`,
    differences: differences.slice(0, 5),
  }),
);

/** No filters, and nobody who must see both directions: what is left is where packets go. */
function forwardingAlone(topology) {
  const nodes = [...topology.nodes].map(([id, { inbound: _in, outbound: _out, ...node }]) => {
    const { forwarding } = node;
    return [
      id,
      { ...node, forwarding: forwarding.does === "yes" ? { ...forwarding, stateful: false } : forwarding },
    ];
  });
  return { ...topology, nodes: new Map(nodes) };
}

function skipped() {
  return { value: {}, seconds: undefined };
}

function differing(a, b) {
  return [...[...a].filter((pair) => !b.has(pair)), ...[...b].filter((pair) => !a.has(pair))];
}

function describe(pair) {
  const ids = [Math.floor(pair / endpoints.length), pair % endpoints.length];
  return ids.map((index) => endpoints[index]?.node.id).join(" -> ");
}

function measure(run) {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { value, seconds: (user + system) / 1e6 };
}
