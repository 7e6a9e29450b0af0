import { escapeXml } from "../../diagnostics/index.ts";
import { count } from "../count.ts";
import { outcomeWords } from "../outcome-words.ts";
import { routeWords, type TableAnswer } from "./tables-answer.ts";
import type { TestAnswer } from "./test-answer.ts";

/** For build servers: a test a pair, where what is undecided is skipped, and a test a table. */
export function testJunit({ name, pairs, differ, undecided, tables }: TestAnswer): string {
  const failing = tables.filter(({ differing }) => differing.length > 0).length;
  const counts = `tests="${pairs.length + tables.length}" failures="${differ + failing}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeXml(`lab ${name}`)}" ${counts} errors="0" skipped="${undecided}">`,
    ...pairs.map(caseOf),
    ...tables.map(tableCase),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function tableCase({ name, at, differing }: TableAnswer): string {
  const head = `    <testcase classname="routes" name="${escapeXml(`${name} at ${at}`)}"`;
  if (differing.length === 0) return `${head}/>`;
  const message = `${count(differing.length, "route")} not as predicted`;
  return `${head}><failure message="${message}">${differing.map((route) => escapeXml(routeWords(route))).join("\n")}</failure></testcase>`;
}

function caseOf(pair: TestAnswer["pairs"][number]): string {
  const { from, to, predicted, because, answers, verdict, independence } = pair;
  const name = `${from.name} to ${to.name}`;
  const head = `    <testcase classname="${independence}" name="${escapeXml(name)}"`;
  switch (verdict) {
    case "agrees":
      return `${head}/>`;
    case "undecided":
      return `${head}><skipped message="${escapeXml(because)}"/></testcase>`;
    case "differs": {
      const message = `predicted: ${outcomeWords(predicted)}; in the lab: ${answers ? "an answer" : "no answer"}`;
      return `${head}><failure message="${escapeXml(message)}">${escapeXml(because)}</failure></testcase>`;
    }
  }
}
