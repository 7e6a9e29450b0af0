import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decision } from "../../src/model/decision.ts";
import { formatMoney } from "../../src/model/money.ts";
import { intentIn, lockIn, runExample } from "../examples/example.ts";
import { root } from "../source-files.ts";
import { type Situation, situations } from "./situations.ts";

/** What `docs/guide/situations.md` says: every row is worked out anew from the file that it links to. */
export function situationsPage(): string {
  return [
    "# Situations",
    "",
    "What customers ask, what Isthmus decides, and what it says where it cannot. Each row links to the file that it was",
    "worked out from; prices are a month's, without what depends on traffic that the file does not give.",
    "",
    "| asked | decided | rejected because | monthly |",
    "|---|---|---|---|",
    ...situations.map(row),
    "",
  ].join("\n");
}

function row({ asked, shownBy }: Situation): string {
  const cells = "example" in shownBy ? planned(asked, shownBy.example) : refused(asked, shownBy.refused);
  return `| ${cells.join(" | ")} |`;
}

function planned(asked: string, name: string): readonly string[] {
  const { design, diagnostics } = runExample(intentIn(name), lockIn(name));
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
  const { decisions, price } = design;
  return [
    `[${asked}](../../examples/${name}/network.yaml)`,
    counted(decisions.map(answerOf)).join("<br>"),
    [
      ...counted(decisions.flatMap(decisiveReasons), false),
      ...warnings.map((text) => `Warning: ${text}`),
    ].join("<br>"),
    price.monthly ? formatMoney(price.monthly) : "by traffic",
  ];
}

/** `VNet peering (3)`. */
function counted(texts: readonly string[], withCount = true): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => (withCount && count > 1 ? `${text} (${count})` : text));
}

function answerOf({ title = "nothing", paths }: Decision): string {
  const skus = paths.flatMap(({ sku }) => sku ?? []).join(", ");
  const [via] = paths.flatMap((path) => path.via ?? []);
  return [title, ...(skus === "" ? [] : [skus]), ...(via === undefined ? [] : [`through ${via}`])].join(", ");
}

/** Why what would have come first was not taken; what only comes later in the order needs no word here. */
function decisiveReasons({ rejected }: Decision): readonly string[] {
  return rejected.flatMap(({ title, because: [first] }) =>
    first === undefined || first.text.includes("comes first") || first.text.includes("by name")
      ? []
      : [`${title}: ${first.text}`],
  );
}

/** The first error as its baseline has it: what is wrong, and what to do. */
function refused(asked: string, name: string): readonly string[] {
  const text = readFileSync(join(root, `test/refused/${name}.txt`), "utf8");
  const [error = ""] = text.split("\n\n").filter((part) => /^\S+:\d+:\d+ error /.test(part));
  const [, message = "", ...rest] = error.split("\n").map((line) => line.trim());
  const hint = rest.find((line) => line.startsWith("hint: "))?.slice("hint: ".length) ?? "";
  const related = rest
    .filter((line) => !line.startsWith("hint: "))
    .map((line) => line.replace(/^\S+:\d+:\d+ /, ""))
    .filter((line) => !line.endsWith("is asked for here"));
  return [
    `[${asked}](../../test/refused/${name}.yaml)`,
    "refused",
    [message, ...related, `*${hint}*`].join("<br>"),
    "",
  ];
}
