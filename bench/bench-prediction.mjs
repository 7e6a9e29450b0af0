import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

/** Networks, of ten subnets each. */
const SIZES = [100, 1000, 10_000];

/** How the parts of a prediction grow with the estate. A slope of 1 is in proportion. */
export function benchPrediction() {
  const { medians, megabytes } = JSON.parse(
    runNode(["--expose-gc", "--max-old-space-size=12000", "bench/time-prediction.mjs", ...SIZES.map(String)]),
  );
  printTable(
    "Prediction, an estate of hubs, spokes, sites, users and route tables: processor time",
    ["networks", ...SIZES.map((size) => size.toLocaleString("en")), "1,000/100", "10,000/1,000", "slope"],
    [
      ...Object.entries(medians).map(([part, figures]) => row(part, figures, milliseconds)),
      row("memory held, estate and answers", megabytes, (figure) => `${figure.toFixed(0)} MB`),
    ],
  );
}

function row(part, [small, medium, large], write) {
  return [
    part,
    ...[small, medium, large].map(write),
    ratio(medium / small),
    ratio(large / medium),
    (Math.log(large / medium) / Math.log(SIZES[2] / SIZES[1])).toFixed(2),
  ];
}
