import { markedChecks } from "./marked/index.ts";
import type { MarkedCheck } from "./marked/marked-check.ts";

/** `docs/contributing/checks.md`, from the marks. `pageOf` says where the page of a rule is, seen from there. */
export function checksPage(pageOf: (rule: string) => string): string {
  const counts = [
    `${markedChecks.filter((check) => "built" in check).length} are built as rules`,
    `${markedChecks.filter((check) => "elsewhere" in check).length} are answered by another part of Isthmus`,
    `${markedChecks.filter((check) => "skipped" in check).length} are left out`,
  ].join(", ");
  return [
    "# Checks that others make, and what became of each",
    "",
    "What checkers, policies, troubleshooting pages and people's issues look for in networks of Azure was gathered in one list,",
    `numbered from 1 to ${markedChecks.length}. Of these ${counts}. Many rules are of no such list; all of them`,
    "are in [the index](../rules.md). The data of this page is [`test/rules/marked/`](../../test/rules/marked).",
    "",
    "| | what is looked for | here |",
    "|---|---|---|",
    ...markedChecks.map((check) => `| ${check.number} | ${check.about} | ${answerOf(check, pageOf)} |`),
    "",
  ].join("\n");
}

function answerOf(check: MarkedCheck, pageOf: (rule: string) => string): string {
  if ("built" in check) {
    const rules = check.built.map((rule) => `[\`${rule}\`](${pageOf(rule)})`).join(", ");
    return check.only === undefined ? rules : `${rules}; only: ${check.only}`;
  }
  return "elsewhere" in check ? `elsewhere: ${check.elsewhere}` : `left out: ${check.skipped}`;
}
