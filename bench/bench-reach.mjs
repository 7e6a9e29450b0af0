// `npm run bench:reach`: who reaches whom, for all pairs. First we, the tracer over every pair, z3's datalog and sqlite's
// recursive queries side by side, on one estate's forwarding: their answers must be equal. Ours begins at the topology;
// sqlite is handed the rows of all tables and makes the longest match itself; z3, which has no such thing, is handed
// matches that are made already. Each is asked up to the size at which it takes a minute or two. Ours is what it takes
// when all of it is machine code, as the others are; beside it the first time that a process asks. Then how our parts
// grow. Processor time throughout.
import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

const CONTEST = (process.env.CONTEST ?? "10,20,50,100,150,200,400,1000").split(",");
/** The largest size at which it ends in reasonable time; `TRACER=400` is for who has some minutes more. */
const LARGEST = {
  tracer: Number(process.env.TRACER ?? 150),
  z3: Number(process.env.Z3 ?? 20),
  sqlite: Number(process.env.SQLITE ?? 1000),
};
const SIZES = (process.env.SIZES ?? "100,1000,10000").split(",").map(Number);

const rows = CONTEST.map((size) => {
  const asked = Object.keys(LARGEST).filter((name) => Number(size) <= LARGEST[name]);
  return JSON.parse(runNode(["bench/time-reach-contest.mjs", size, asked.join(",")]));
});
const beside = (seconds, { ours }) =>
  typeof seconds === "number" ? `${milliseconds(seconds * 1000)} (${ratio(seconds / ours)})` : seconds;
printTable(
  "Who reaches whom both ways, forwarding alone: processor time, and against ours",
  [
    "networks",
    "endpoints",
    "ours",
    "the first time",
    "tracer, every pair",
    "z3 datalog",
    "sqlite",
    "pairs that do",
    "agree",
  ],
  rows.map((row) => [
    row.networks,
    row.endpoints.toLocaleString("en"),
    milliseconds(row.ours * 1000),
    milliseconds(row.first * 1000),
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
const noSlopes = SIZES.slice(1).map(() => "");
printTable(
  "All pairs, filters and ways back included: processor time",
  ["networks", ...SIZES.map((size) => size.toLocaleString("en")), ...slopeNames()],
  [
    ...Object.keys(runs[0].seconds).map((part) => timesOf(part, ({ seconds }) => seconds[part])),
    timesOf("all of these", ({ seconds }) => Object.values(seconds).reduce((sum, part) => sum + part, 0)),
    ["endpoints", ...runs.map(({ endpoints }) => endpoints.toLocaleString("en")), ...noSlopes],
    ["pairs", ...runs.map(({ endpoints }) => (endpoints ** 2).toLocaleString("en")), ...noSlopes],
    ["classes", ...runs.map(({ classes }) => classes.toLocaleString("en")), ...noSlopes],
    ["peak memory", ...runs.map(({ megabytes }) => `${Math.round(megabytes)} MB`), ...noSlopes],
  ],
);

process.stdout.write(runNode(["bench/bench-survive.mjs"]));

function timesOf(name, secondsOf) {
  const spent = runs.map(secondsOf);
  const slopes = spent.slice(1).map((_, index) => slope(spent, index));
  return [name, ...spent.map((seconds) => milliseconds(seconds * 1000)), ...slopes];
}

function slopeNames() {
  return SIZES.slice(1).map((size, index) => `slope ${SIZES[index]}-${size}`);
}

/** From one size to the next; 1 is in proportion. */
function slope(spent, index) {
  return (Math.log(spent[index + 1] / spent[index]) / Math.log(SIZES[index + 1] / SIZES[index])).toFixed(2);
}
