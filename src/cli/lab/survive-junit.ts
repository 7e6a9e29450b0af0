import { escapeXml } from "../../diagnostics/index.ts";
import { count } from "../count.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { elementAnswer, SurviveAnswer } from "./survive-answer.ts";
import { routeWords } from "./tables-answer.ts";

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

function caseOf({
  kind,
  name,
  longestSilence,
  differing,
  differingTables,
  routes,
}: ReturnType<typeof elementAnswer>): string {
  const seconds = ((longestSilence?.milliseconds ?? 0) / 1000).toFixed(3);
  const head = `    <testcase classname="${kind}" name="${escapeXml(name)}" time="${seconds}"`;
  if (differing.length + routes.differ === 0) return `${head}/>`;

  const told = differing.map(
    ({ from, to, predicted, because, answers }) =>
      `${from} to ${to}: predicted: ${outcomeWords(predicted)}; in the lab: ${answers ? "an answer" : "no answer"}: ${because}`,
  );
  const tables = differingTables.flatMap((table) =>
    table.differing.map((route) => `${table.name}: ${routeWords(route)}`),
  );
  const message = `${count(differing.length, "pair")} and ${count(routes.differ, "route")} not as predicted`;
  return `${head}><failure message="${message}">${[...told, ...tables].map(escapeXml).join("\n")}</failure></testcase>`;
}
