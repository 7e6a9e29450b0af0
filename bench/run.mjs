// `npm run bench`: speed and memory, as ratios side by side in one run. Writes nothing; the figures of another machine,
// or of this one on another day, are not comparable, and the ratios are.
import { benchPrediction } from "./bench-prediction.mjs";
import { benchScale } from "./bench-scale.mjs";
import { benchStart } from "./bench-start.mjs";
import { benchTemplate } from "./bench-template.mjs";
import { runNode } from "./run-node.mjs";

benchStart();
benchScale();
benchPrediction();
benchTemplate();
// Sources and oracles are TypeScript, and must be the same modules to one another.
process.stdout.write(runNode(["--import", "tsx", "bench/bench-ip.mjs"]));
process.stdout.write(runNode(["--import", "tsx", "bench/bench-trace.mjs"]));
