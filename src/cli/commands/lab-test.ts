import { proveSegments } from "../../lab/prove-segments.ts";
import { testLab } from "../../lab/test-lab.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab } from "../lab/choose-lab.ts";
import { loadLabInput } from "../lab/load-lab.ts";
import { printJson, printLines } from "../lab/print.ts";
import { testAnswer } from "../lab/test-answer.ts";
import { testJunit } from "../lab/test-junit.ts";
import { testSurvival } from "../lab/test-survival.ts";
import { testText } from "../lab/test-text.ts";
import { tracePaintFor } from "../paint.ts";
import { UserError } from "../user-error.ts";

export interface LabTestFlags {
  readonly encryption: boolean;
  readonly survive: boolean;
  readonly format: "text" | "json" | "junit";
}

/** Pings every pair of hosts, also those that must not reach each other, reads every table, and compares with what is predicted. */
export async function labTest(
  context: Context,
  { encryption, survive, format }: LabTestFlags,
  name?: string,
): Promise<void> {
  if (survive && encryption)
    throw new UserError("--survive and --encryption are two tests.", "Run one after the other.");
  await asUserError(async () => {
    const lab = chooseLab(context, name);
    if (survive) return testSurvival(context, lab.name, format);

    const { estate } = loadLabInput(context, lab);
    const prediction = predict(estate, { down: new Set(lab.down) });
    const answer = testAnswer(
      lab,
      await testLab(lab.holder, lab.plan, prediction),
      encryption ? await proveSegments(lab.holder, lab.plan, prediction.topology) : undefined,
    );
    const isWrong = answer.segments?.some(({ verdict }) => verdict === "differs");
    if (answer.differ > 0 || answer.routes.differ > 0 || isWrong)
      context.process.exitCode = exitCode.findings;

    if (format === "json") printJson(context, answer);
    else if (format === "junit") context.process.stdout.write(testJunit(answer));
    else printLines(context, testText(answer, tracePaintFor(context.process.stdout)));
  });
}
