import { mostSituations, survive as surviveIn } from "../../survive.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { loadEstate } from "../load-estate.ts";
import type { InputGiven } from "../load-input.ts";
import { styleFor } from "../paint.ts";
import { surviveAnswer } from "../survive/survive-answer.ts";
import { surviveText } from "../survive/survive-text.ts";
import { UserError } from "../user-error.ts";

export interface SurviveFlags extends InputGiven {
  readonly pairsOf: "1" | "2";
  readonly failOn?: "single-point";
  readonly format: "text" | "json";
}

/** What is lost, and what takes over, with each thing that may fail. */
export function survive(context: Context, flags: SurviveFlags, input: string = DEFAULT_INPUT): void {
  const loaded = loadEstate(context, input, flags.format, flags);
  if (!loaded) return;

  const survival = surviveIn(loaded.estate, { at: flags.pairsOf === "2" ? 2 : 1 });
  if ("tooMany" in survival) throw tooMany(survival.tooMany);

  const { stdout } = context.process;
  if (flags.format === "json")
    stdout.write(`${JSON.stringify(surviveAnswer(survival, loaded.estate), null, 2)}\n`);
  else stdout.write(`${surviveText(survival, loaded.estate, styleFor(stdout)).join("\n")}\n`);
  const isSinglePoint = survival.failures.some(({ lostPairs }) => lostPairs > 0);
  if (flags.failOn === "single-point" && isSinglePoint) context.process.exitCode = exitCode.findings;
}

function tooMany(count: number): UserError {
  return new UserError(
    `There are ${count.toLocaleString("en")} ways to fail two things at once, and at most ${mostSituations.toLocaleString("en")} are gone through.`,
    "Ask for single failures, or for two by name: isthmus reach --down ONE --down OTHER.",
  );
}
