// A sheet of findings drawn from a corpus, for people to judge: `right` (the owner wants to know), `noise` (true and of
// no use) or `wrong`, each with a sentence. What was judged before keeps its verdict when the sheet is drawn again.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";

const VERDICTS = ["right", "noise", "wrong"];

/** One finding of each rule in turn, so that frequent rules do not crowd out the others; by the seed within each rule. */
export function drawSample(findings, size, seed) {
  const byRule = new Map();
  for (const finding of new Map(findings.map((one) => [keyOf(one), one])).values()) {
    const drawn = { ...finding, at: hashOf(`${seed} ${keyOf(finding)}`) };
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), drawn]);
  }
  const queues = [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, found]) => found.sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1)));
  const drawn = [];
  for (let round = 0; drawn.length < size && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) if (queue[round] && drawn.length < size) drawn.push(queue[round]);
  }
  return drawn.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Writes the sheet, and says how many of each verdict are in it. */
export function writeSheet(path, drawn, { size, seed }) {
  const before = new Map(
    existsSync(path) ? parse(readFileSync(path, "utf8")).findings.map((one) => [keyOf(one), one]) : [],
  );
  const findings = drawn.map(({ file, line, rule, message }) => {
    const { verdict = "", because = "" } = before.get(keyOf({ file, line, rule, message })) ?? {};
    return { file, line, rule, message, verdict, because };
  });
  const head = `# npm run corpus -- --sample ${size} --seed ${seed}: findings to be judged right, noise or wrong, by hand.\n`;
  writeFileSync(path, head + stringify({ findings }, { lineWidth: 0 }));
  const counts = VERDICTS.map(
    (verdict) => `${findings.filter((one) => one.verdict === verdict).length} ${verdict}`,
  );
  return `${findings.length} findings in ${path}: ${counts.join(", ")}`;
}

function keyOf({ file, line, rule, message }) {
  return [rule, file, line, message].join(" ");
}

/** FNV-1a. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
