import { escapeXml } from "../../diagnostics/index.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { TestAnswer } from "./test-answer.ts";

/** For build servers: a test a pair; what is undecided is skipped. */
export function testJunit({ name, pairs, differ, undecided }: TestAnswer): string {
  const counts = `tests="${pairs.length}" failures="${differ}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeXml(`lab ${name}`)}" ${counts} errors="0" skipped="${undecided}">`,
    ...pairs.map(caseOf),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
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
