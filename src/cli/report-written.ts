import { join } from "node:path";
import type { Design } from "../design.ts";
import { visible } from "../source/index.ts";
import { count } from "./count.ts";
import { DEFAULT_INPUT } from "./default-input.ts";
import { listNames } from "./list-names.ts";
import { quoteArgument } from "./quote-argument.ts";
import { SCREEN_WIDTH, wrap } from "./wrap.ts";
import type { Written } from "./write-files.ts";

/** Below the summary: what was written where, and what to do next. */
export function reportWritten(
  design: Design,
  folder: string,
  input: string,
  written: Written,
): readonly string[] {
  const { ours, edited } = written.stale;
  return [
    ...filesLine(folder, written),
    ...(ours.length > 0
      ? line(`Removed from there, for the design no longer has them: ${listNames(ours)}`)
      : []),
    ...(edited.length > 0 ? line(`Left there, for they were edited: ${listNames(edited)}`) : []),
    ...written.alongside.flatMap((path) => line(`${path} was written too: keep it in version control.`)),
    ...nextLine(design, folder, input, written),
  ];
}

function filesLine(folder: string, { written, unchanged }: Written): readonly string[] {
  const all = written.length + unchanged.length;
  if (written.length === 0) return line(`Files: ${folder}/ is unchanged (${count(all, "file")}).`);
  const part = unchanged.length > 0 ? `${written.length} of ${count(all, "file")}` : count(all, "file");
  return line(`Files: ${part} written to ${folder}/: ${listNames(shortNames(written))}`);
}

/** Files by name, folders by how many are in them; a file that is alone in its folder with it. */
function shortNames(names: readonly string[]): readonly string[] {
  const files = names.filter((name) => !name.includes("/")).sort();
  const folders = new Map<string, string[]>();
  for (const name of [...names].sort()) {
    const [folder = "", ...rest] = name.split("/");
    if (rest.length > 0) folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  const counted = [...folders].map(([folder, [first = "", ...more]]) =>
    more.length === 0 ? first : `${more.length + 1} in ${folder}/`,
  );
  return [...files, ...counted];
}

function nextLine(
  { decisions }: Design,
  folder: string,
  input: string,
  { written, unchanged }: Written,
): readonly string[] {
  const report = "report.html";
  const where = input === DEFAULT_INPUT ? "" : ` --input ${quoteArgument(input)}`;
  const names = decisions[0]?.between.map(quoteArgument).join(" ");
  const open = [...written, ...unchanged].includes(report) ? `open ${join(folder, report)}` : undefined;
  const ask = names === undefined ? undefined : `isthmus explain ${names}${where}`;
  const next = [open, ask].filter((step) => step !== undefined);
  if (next.length === 0) return [];

  // A command that is broken into two lines cannot be copied.
  const whole = `  Next: ${next.join(", or ask why: ")}`;
  return whole.length <= SCREEN_WIDTH
    ? [visible(whole)]
    : next.map((step, index) => visible(`${index === 0 ? "  Next: " : "    or ask why: "}${step}`));
}

function line(text: string): readonly string[] {
  return wrap(visible(text), "  ", "    ");
}
