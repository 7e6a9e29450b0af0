// `node --expose-gc time-prediction.mjs 100 1000 10000` prints the parts' median milliseconds, a list a part, as JSON.
import { parseAddress } from "../dist/ip/index.js";
import { indexEstate } from "../dist/model/estate-index.js";
import { everythingUp } from "../dist/model/situation.js";
import { predict } from "../dist/predict.js";
import { readEstate } from "../dist/readers/estate/read-estate.js";
import { solveSessions } from "../dist/routing/solve-sessions.js";
import { readDocument } from "../dist/source/read-document.js";
import { buildTopology } from "../dist/topology/index.js";
import { questionsOf } from "./estate-questions.mjs";
import { generateEstate } from "./generate-estate.mjs";
import { median } from "./median.mjs";

/** Rounds that count; one more comes first, to warm up. */
const ROUNDS = 5;
/** Questions a round; what is printed is one of them. */
const QUESTIONS = 20;
const HTTPS = { protocol: "tcp", port: 443 };

const sizes = process.argv.slice(2).map(Number);
const texts = sizes.map((size) => JSON.stringify(generateEstate(size)));
const times = new Map();
/** What an estate and all that was asked of it hold in the end, in megabytes. */
const held = sizes.map(() => []);

// The sizes take turns, so that a busy moment of the machine falls on all of them.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [index, text] of texts.entries()) {
    held[index].push(runAndWeigh(index, text, round > 0));
  }
}
const medians = [...times].map(([part, bySize]) => [part, bySize.map(median)]);
console.log(
  JSON.stringify({
    medians: Object.fromEntries(medians),
    megabytes: sizes.map((_, size) => median(held[size])),
  }),
);

/** A function of its own, so that nothing of the round before is held while the next is weighed. */
function runAndWeigh(index, text, counts) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = runParts(sizes[index], text, (part, run, repeats) =>
    measure(part, index, run, counts, repeats),
  );
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
  return kept.topology.nodes.size > 0 ? megabytes : 0;
}

function runParts(size, text, measure) {
  const document = measure("read document", () => readDocument("bench.estate.json", text));
  const { estate, diagnostics } = measure("read estate", () => readEstate(document));
  if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
  const index = measure("index", () => indexEstate(estate));
  const topology = measure("topology", () => buildTopology(index));
  measure("sessions (BGP)", () => solveSessions(topology, everythingUp));

  // It makes a topology and sessions of its own when first asked, and those are measured above.
  const prediction = predict(estate);
  if (prediction.solved.sessions.size === 0) throw new Error("no sessions");
  const subnets = [...topology.nodes.values()].filter(({ role }) => role === "subnet");
  measure("routes, of every subnet", () => {
    for (const { id } of subnets) prediction.effectiveRoutesOf(id);
  });
  const ends = questionsOf(size, QUESTIONS).map((pair) => pair.map(readEnd));
  measure("trace, the first", () => prediction.trace(ends[0][0], ends[0][1], HTTPS));
  for (const [from, to] of ends) {
    const { outcome, because } = prediction.trace(from, to, HTTPS);
    if (outcome !== "delivered") throw new Error(`${from.node} to ${to.node}: ${outcome}, ${because}`);
  }
  measure(
    "trace, one",
    () => {
      for (const [from, to] of ends) prediction.trace(from, to, HTTPS);
    },
    QUESTIONS,
  );
  // A prediction that has not been asked before: the other one remembers.
  const another = predict(estate, { down: new Set() });
  another.effectiveRoutesOf(subnets[0].id);
  measure(
    "routes, one subnet",
    () => {
      for (const { id } of spread(subnets)) another.effectiveRoutesOf(id);
    },
    QUESTIONS,
  );
  return { document, estate, topology, prediction, another };
}

function spread(subnets) {
  return Array.from(
    { length: QUESTIONS },
    (_, one) => subnets[Math.floor((one * subnets.length) / QUESTIONS)],
  );
}

function readEnd({ node, address }) {
  return { node, address: parseAddress(address) };
}

/** Processor time and not the clock: what other programs take of the machine is none of ours. */
function measure(part, index, run, counts, repeats = 1) {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  if (counts) {
    if (!times.has(part))
      times.set(
        part,
        texts.map(() => []),
      );
    times.get(part)[index].push((user + system) / 1000 / repeats);
  }
  return value;
}
