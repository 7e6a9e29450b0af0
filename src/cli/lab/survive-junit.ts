import { escapeXml } from "../../diagnostics/index.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { elementAnswer, SurviveAnswer } from "./survive-answer.ts";

/** For build servers: a test an element; its time is the longest silence. */
export function surviveJunit({ name, elements, mismatches }: SurviveAnswer): string {
  const counts = `tests="${elements.length}" failures="${mismatches}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeXml(`lab ${name} survives`)}" ${counts} errors="0" skipped="0">`,
    ...elements.map(caseOf),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseOf({ kind, name, longestSilence, differing }: ReturnType<typeof elementAnswer>): string {
  const seconds = ((longestSilence?.milliseconds ?? 0) / 1000).toFixed(3);
  const head = `    <testcase classname="${kind}" name="${escapeXml(name)}" time="${seconds}"`;
  if (differing.length === 0) return `${head}/>`;

  const told = differing.map(
    ({ from, to, predicted, because, answers }) =>
      `${from} to ${to}: predicted: ${outcomeWords(predicted)}; in the lab: ${answers ? "an answer" : "no answer"}: ${because}`,
  );
  const message = `${differing.length} pairs not as predicted`;
  return `${head}><failure message="${message}">${escapeXml(told.join("\n"))}</failure></testcase>`;
}
