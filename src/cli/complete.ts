import { type Application, proposeCompletions } from "@stricli/core";
import type { Context } from "./command-context.ts";

/** Prints what the last word may become, one proposal a line. A question that cannot be answered has no answer. */
export async function complete(
  application: Application<Context>,
  words: readonly string[],
  context: Context,
): Promise<void> {
  // A shell takes `--format=js` for three words.
  const inputs = words.filter((word) => word !== "=");
  const last = inputs.at(-1) ?? "";
  const proposals = await proposeCompletions(application, inputs, context).catch(() => []);
  const answers = [...proposals.map(({ completion }) => completion), ...globalFlags(inputs)];

  // Flags only for who begins one: otherwise they would stand where the shell has files to offer.
  const shown = answers.filter(
    (answer) => answer !== "--" && answer.startsWith("-") === last.startsWith("-"),
  );
  context.process.stdout.write(shown.map((answer) => `${answer}\n`).join(""));
}

function globalFlags(inputs: readonly string[]): readonly string[] {
  const last = inputs.at(-1) ?? "";
  const flags = inputs.length > 1 ? ["--help"] : ["--help", "--version"];
  return last.startsWith("-") ? flags.filter((flag) => flag.startsWith(last)) : [];
}
