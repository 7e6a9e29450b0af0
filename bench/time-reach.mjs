// `node time-reach.mjs 1000` prints processor seconds of each part, one run, as JSON.
import { indexEstate } from "../dist/model/estate-index.js";
import { everythingUp } from "../dist/model/situation.js";
import { readEstate } from "../dist/readers/estate/read-estate.js";
import { reach } from "../dist/routing/reach/reach.js";
import { solveSessions } from "../dist/routing/solve-sessions.js";
import { readDocument } from "../dist/source/read-document.js";
import { buildTopology } from "../dist/topology/index.js";
import { generateEstate } from "./generate-estate.mjs";

const text = JSON.stringify(generateEstate(Number(process.argv[2])));
const seconds = {};
const { estate } = measure("load", () => readEstate(readDocument("bench.estate.json", text)));
const topology = measure("topology", () => buildTopology(indexEstate(estate)));
const solved = measure("routes (BGP)", () => solveSessions(topology, everythingUp));
const found = measure("classes", () => reach(topology, solved, everythingUp));
const counts = measure("counts, all pairs", () => found.counts());
const { length } = found.endpoints;
const sum = [...counts.values()].reduce((total, count) => total + count, 0);
if (sum !== length ** 2) throw new Error(`${sum} pairs of ${length ** 2}`);

console.log(
  JSON.stringify({
    seconds,
    endpoints: length,
    classes: found.classes.length,
    megabytes: process.resourceUsage().maxRSS / 1024,
    counts: Object.fromEntries(counts),
  }),
);

function measure(part, run) {
  globalThis.gc?.();
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  seconds[part] = (user + system) / 1e6;
  return value;
}
