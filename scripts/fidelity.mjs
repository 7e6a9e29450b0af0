// How much of what real Azure printed is predicted exactly: `npm run fidelity [-- DIR] [--figures]`.
// DIR holds `<lab>.topology.json` and `<lab>.<state>.json`; without it, the recordings in test/fidelity/recorded.
import { ownCases, sharedCases } from "../test/fidelity/fixtures.ts";
import { formatResults } from "../test/fidelity/report.ts";
import { runCase } from "../test/fidelity/run-case.ts";

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith("--"));
const cases = folder === undefined ? ownCases() : sharedCases(folder);
if (cases.length === 0) {
  console.error(`${folder} holds no <lab>.topology.json`);
  process.exit(2);
}
const results = cases.flatMap(({ lab, recordings }) =>
  recordings.map((recording) => runCase(lab, recording)),
);
console.log(formatResults(results, { differences: !args.includes("--figures") }));
