// `node --expose-gc time-stages.mjs yaml 100 1000 5000` prints the stages' median milliseconds, a list a stage, as JSON.
import { intentText } from "./generate-intent.mjs";
import { median } from "./median.mjs";
import { runStages } from "./stages.mjs";

/** Rounds that count; one more comes first, to warm up. */
const ROUNDS = 5;

const [format, ...sizes] = process.argv.slice(2);
const texts = sizes.map((size) => intentText(Number(size), format));
const times = new Map();

// The sizes take turns, so that a busy moment of the machine falls on all of them.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [index, text] of texts.entries()) {
    globalThis.gc?.();
    runStages(`network.${format}`, text, (stage, run) => measure(stage, index, run, round > 0));
  }
}
const medians = [...times].map(([stage, bySize]) => [stage, bySize.map(median)]);
console.log(JSON.stringify(Object.fromEntries(medians)));

/** Processor time and not the clock: what other programs take of the machine is none of ours. */
function measure(stage, index, run, counts) {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  if (counts) {
    if (!times.has(stage))
      times.set(
        stage,
        texts.map(() => []),
      );
    times.get(stage)[index].push((user + system) / 1000);
  }
  return value;
}
