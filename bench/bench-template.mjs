import { median } from "./median.mjs";
import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

const ROUNDS = 3;
const RUNS = [
  { name: "one template", args: ["3000000"] },
  { name: "1,000 files in one run", args: ["3000", "1000"] },
];

/** What ARM templates cost in a fresh process, against the parser of JSON that Node has. */
export function benchTemplate() {
  for (const { name, args } of RUNS) {
    const runs = Array.from({ length: ROUNDS }, () =>
      JSON.parse(runNode(["bench/time-template.mjs", ...args])),
    );
    const [{ megabytes, times: stages }] = runs;
    const times = Object.keys(stages).map((stage) => median(runs.map(({ times }) => times[stage])));
    const peak = Math.round(median(runs.map((run) => run.peak)));
    printTable(
      `ARM templates, ${name}: ${megabytes.toFixed(1)} MB, peak ${peak} MB`,
      ["stage", "processor time", "against JSON.parse"],
      Object.keys(stages).map((stage, index) => [
        stage,
        milliseconds(times[index]),
        ratio(times[index] / times[0]),
      ]),
    );
  }
}
