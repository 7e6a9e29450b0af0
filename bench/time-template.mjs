// `node time-template.mjs 3000000` of one template of so many bytes, `node time-template.mjs 3000 1000` of so many files of
// them in one run: processor time in milliseconds of a fresh process, as on the command line, and its peak in megabytes.
import { checkEstate, readNetwork } from "../dist/check.js";
import { readDocument } from "../dist/source/read-document.js";
import { generateTemplate } from "./generate-template.mjs";

const [bytes, files = 1] = process.argv.slice(2).map(Number);
const text = generateTemplate(bytes);
const texts = Array.from({ length: files }, (_, index) => moved(index));
const times = {};

/** The same template for other networks, at addresses of their own. */
function moved(index) {
  const prefix = `10.${(index >> 4) % 256}.${(index % 16) * 16}.0/20`;
  return files === 1 ? text : text.replaceAll("vnet-0", `vnet-${index}-0`).replace("10.0.0.0/20", prefix);
}

function timed(stage, run) {
  const before = process.cpuUsage();
  const answer = run();
  const { user, system } = process.cpuUsage(before);
  times[stage] = (user + system) / 1000;
  return answer;
}

timed("JSON.parse", () => {
  for (const one of texts) JSON.parse(one);
});
const documents = timed("with positions", () =>
  texts.map((one, index) => readDocument(`t${index}.json`, one)),
);
const networks = timed("evaluated", () => documents.map((document) => readNetwork(document, "arm-template")));
timed("checked", () => checkEstate(networks, { reconsider: false }));
console.log(
  JSON.stringify({
    megabytes: texts.reduce((sum, one) => sum + one.length, 0) / 1e6,
    times,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
