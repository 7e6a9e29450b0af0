import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

/** Networks, of three subnets each. */
const SIZES = [100, 1000, 5000];

/** How time and memory grow with size. A slope of 1 is in proportion, of 2 with the square. */
export function benchScale() {
  for (const format of ["json", "yaml"]) {
    const medians = JSON.parse(
      runNode(["--expose-gc", "bench/time-stages.mjs", format, ...SIZES.map(String)]),
    );
    const rows = Object.entries(medians).map(([stage, times]) => rowOf(stage, times, milliseconds));
    printTable(
      `Scale, intent as ${format.toUpperCase()}: processor time`,
      ["networks", ...SIZES.map((size) => size.toLocaleString("en")), "1,000/100", "5,000/1,000", "slope"],
      [...rows, rowOf("peak memory, whole run", peaksOf(format), megabytes)],
    );
  }
}

/** The slope is that of the larger two: small ones say more of what is done once than of what grows. */
function rowOf(name, values, format) {
  const [small, medium, large] = values;
  const slope = Math.log(large / medium) / Math.log(SIZES[2] / SIZES[1]);
  return [name, ...values.map(format), ratio(medium / small), ratio(large / medium), slope.toFixed(2)];
}

/** Above what the modules themselves take. */
function peaksOf(format) {
  const peak = (size) => Number(runNode(["bench/memory.mjs", String(size), format]));
  const empty = peak(0);
  return SIZES.map((size) => Math.max(1, peak(size) - empty));
}

function megabytes(value) {
  return `${Math.round(value).toLocaleString("en")} MB`;
}
