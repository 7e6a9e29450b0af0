import { type Difference, diff as diffOf } from "../../diff.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { diffAnswer } from "../diff/diff-answer.ts";
import { diffMarkdown } from "../diff/diff-markdown.ts";
import { diffText } from "../diff/diff-text.ts";
import { loadState } from "../diff/load-state.ts";
import { parseRevision } from "../diff/revision.ts";
import { exitCode } from "../exit-code.ts";
import type { InputGiven } from "../load-input.ts";
import { styleFor } from "../paint.ts";
import { UserError } from "../user-error.ts";

export interface DiffFlags extends InputGiven {
  readonly failOn?: string;
  readonly format: "text" | "json" | "markdown";
}

const REASONS = ["lost", "unencrypted", "exposed", "dearer"] as const;
type Reason = (typeof REASONS)[number];

/** What a change does, of two files or revisions. */
export function diff(context: Context, flags: DiffFlags, first?: string, second?: string): void {
  const reasons = parseReasons(flags.failOn);
  if (first === undefined)
    throw new UserError(
      "diff takes what was and what becomes of it.",
      "For example: isthmus diff HEAD:network.yaml",
    );
  const other = second ?? parseRevision(first)?.path ?? DEFAULT_INPUT;
  const [before, after] = [loadState(context, first, flags), loadState(context, other, flags)];
  if (!before || !after) {
    context.process.exitCode = exitCode.findings;
    return;
  }

  const difference = diffOf(before, after);
  const { stdout } = context.process;
  const ends = { before: first, after: other, estates: [before.estate, after.estate] } as const;
  const found = reasons.filter((reason) => holds(reason, difference));
  if (flags.format === "json") stdout.write(`${JSON.stringify(diffAnswer(difference, ends), null, 2)}\n`);
  else if (flags.format === "markdown") stdout.write(`${diffMarkdown(difference, ends).join("\n")}\n`);
  else stdout.write(`${diffText(difference, ends, styleFor(stdout)).join("\n")}\n`);
  if (found.length === 0) return;

  context.process.stderr.write(`Fails on: ${found.join(", ")}.\n`);
  context.process.exitCode = exitCode.findings;
}

function parseReasons(text: string | undefined): readonly Reason[] {
  const asked = text === undefined ? [] : text.split(",").map((word) => word.trim());
  return asked.map((word) => {
    const reason = REASONS.find((known) => known === word);
    if (reason) return reason;
    throw new UserError(`--fail-on knows no "${word}".`, `Name some of: ${REASONS.join(",")}.`);
  });
}

/** What is gone with one of its ends was taken away, and not lost. */
function holds(reason: Reason, { lost, repathed, price }: Difference): boolean {
  switch (reason) {
    case "lost":
      return lost.some(({ endChanges }) => !endChanges);
    case "unencrypted":
      return repathed.some(({ newlyUnencrypted }) => newlyUnencrypted);
    case "exposed":
      return repathed.some(({ newlyOverInternet }) => newlyOverInternet);
    case "dearer":
      return (price.amount ?? 0) > 0;
  }
}
