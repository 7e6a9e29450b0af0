// Peak memory in megabytes: `node memory.mjs 1000 yaml` of one whole run, `node memory.mjs 0 yaml` of the modules alone.
import { design } from "../dist/design.js";
import { outputs } from "../dist/outputs/index.js";
import { readDocument } from "../dist/source/read-document.js";
import { intentText } from "./generate-intent.mjs";

const [networkCount, format] = [Number(process.argv[2]), process.argv[3]];
if (networkCount > 0) {
  const document = readDocument(`network.${format}`, intentText(networkCount, format));
  const answer = design(document, { reconsider: false });
  for (const output of outputs) output.write(answer.design);
}
console.log(process.resourceUsage().maxRSS / 1024);
