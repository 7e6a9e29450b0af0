// `npm run bench:reach`: who reaches whom, for all pairs. Small estates: we, the tracer over every pair, z3's datalog and
// sqlite's recursive queries side by side, on one estate's forwarding, and their answers must be equal. Large ones: how
// our parts grow. Processor time throughout.
import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

const CONTEST = (process.env.CONTEST ?? "5,10,20").split(",");
const SIZES = (process.env.SIZES ?? "100,1000,10000").split(",").map(Number);

const rows = CONTEST.map((size) => JSON.parse(runNode(["bench/time-reach-contest.mjs", size])));
const beside = (seconds, { ours }) =>
  typeof seconds === "number" ? `${milliseconds(seconds * 1000)} (${ratio(seconds / ours)})` : seconds;
printTable(
  "Who reaches whom both ways, forwarding alone: processor time, and against ours",
  [
    "networks",
    "endpoints",
    "facts",
    "ours",
    "tracer, every pair",
    "z3 datalog",
    "sqlite",
    "pairs that do",
    "agree",
  ],
  rows.map((row) => [
    row.networks,
    ...[row.endpoints, row.facts].map((count) => count.toLocaleString("en")),
    milliseconds(row.ours * 1000),
    beside(row.tracer, row),
    beside(row.z3, row),
    beside(row.sqlite, row),
    row.pairs.toLocaleString("en"),
    row.agree,
  ]),
);
const differing = rows.filter(({ differences }) => differences.length > 0);
if (differing.length > 0) throw new Error(JSON.stringify(differing.map(({ differences }) => differences)));

const runs = SIZES.map((size) => JSON.parse(runNode(["--expose-gc", "bench/time-reach.mjs", String(size)])));
printTable(
  "All pairs, filters and ways back included: processor time",
  ["networks", ...SIZES.map((size) => size.toLocaleString("en")), "slope"],
  [
    ...Object.keys(runs[0].seconds).map((part) => {
      const spent = runs.map(({ seconds }) => seconds[part]);
      return [part, ...spent.map((seconds) => milliseconds(seconds * 1000)), slope(spent)];
    }),
    ["endpoints", ...runs.map(({ endpoints }) => endpoints.toLocaleString("en")), ""],
    ["pairs", ...runs.map(({ endpoints }) => (endpoints ** 2).toLocaleString("en")), ""],
    ["classes", ...runs.map(({ classes }) => classes.toLocaleString("en")), ""],
    ["peak memory", ...runs.map(({ megabytes }) => `${Math.round(megabytes)} MB`), ""],
  ],
);

/** Between the last two sizes; 1 is in proportion. */
function slope(spent) {
  const [before, last] = spent.slice(-2);
  const [small, large] = SIZES.slice(-2);
  return (Math.log(last / before) / Math.log(large / small)).toFixed(2);
}
