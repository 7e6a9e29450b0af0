import { whileLocked } from "../../lab/run/lab-lock.ts";
import { writeState } from "../../lab/run/lab-state.ts";
import { survivableElements } from "../../lab/survivable-elements.ts";
import { surviveFailures } from "../../lab/survive.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { tracePaintFor } from "../paint.ts";
import { UserError } from "../user-error.ts";
import { chooseLab, labFolder } from "./choose-lab.ts";
import { loadLabInput } from "./load-lab.ts";
import { printJson, printLines } from "./print.ts";
import { elementAnswer, surviveAnswer } from "./survive-answer.ts";
import { surviveJunit } from "./survive-junit.ts";
import { progressLine, surviveText } from "./survive-text.ts";

/** Fails each element of a lab in turn. Who interrupts it finds in `lab list` what is down, and heals it. */
export function testSurvival(
  context: Context,
  name: string,
  format: "text" | "json" | "junit",
): Promise<void> {
  const { stdout, stderr } = context.process;
  const folder = labFolder(context);
  return whileLocked(folder, name, async () => {
    const lab = chooseLab(context, name);
    const { estate } = loadLabInput(context, lab);
    const whole = predict(estate, { down: new Set(lab.down) });
    const elements = survivableElements(whole.topology, whole.elements()).filter(
      ({ id }) => whole.reasonDown(id) === undefined,
    );
    if (elements.length === 0)
      throw new UserError(`Nothing in ${name} can fail.`, "Connect its networks by something.");

    const { holder, plan, down } = lab;
    let place = 0;
    const survived = await surviveFailures(
      {
        holder,
        plan,
        down,
        topology: whole.topology,
        predictionFor: (failed) => predict(estate, { down: new Set(failed) }),
        remember: (failed) => writeState(folder, { ...lab, down: failed }),
      },
      elements,
      (one) => {
        place += 1;
        stderr.write(`${progressLine(place, elements.length, elementAnswer(one))}\n`);
      },
    );
    const answer = surviveAnswer(lab, survived);
    if (answer.mismatches > 0) context.process.exitCode = exitCode.findings;
    if (format === "json") printJson(context, answer);
    else if (format === "junit") stdout.write(surviveJunit(answer));
    else printLines(context, surviveText(answer, tracePaintFor(stdout)));
  });
}
