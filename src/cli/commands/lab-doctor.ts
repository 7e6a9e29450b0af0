import { type Examined, examineMachine } from "../../lab/doctor.ts";
import { installLine } from "../../lab/run/programs.ts";
import { columns } from "../columns.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { printJson, printLines } from "../lab/print.ts";

export interface LabDoctorFlags {
  readonly format: "text" | "json";
}

/** Says what this machine has of what labs take, and what runs without the rest. */
export async function labDoctor(context: Context, { format }: LabDoctorFlags): Promise<void> {
  await asUserError(async () => {
    const { features, programs, missing } = await examineMachine();
    const all = [...features, ...programs];
    const bad = all.filter(({ works }) => !works);
    const install = missing.length > 0 ? installLine(missing) : undefined;
    if (bad.length > 0) context.process.exitCode = exitCode.findings;
    if (format === "json") {
      printJson(context, {
        format: "isthmus/lab-doctor",
        version: 1,
        features,
        programs,
        ...(install === undefined ? {} : { install }),
      });
      return;
    }
    printLines(context, [
      ...table("The kernel", features),
      "",
      ...table("Programs", programs),
      "",
      ...(bad.length === 0 ? ["Everything that labs take is here."] : verdict(bad)),
      ...bad.flatMap(({ name, remedy }) => (remedy === undefined ? [] : [`${name}: ${remedy}`])),
      ...(install === undefined ? [] : ["Install what is missing:", `  ${install}`]),
    ]);
  });
}

function table(title: string, examined: readonly Examined[]): readonly string[] {
  return [title, ...columns(examined.map(({ name, works, found }) => [works ? "yes" : "NO", name, found]))];
}

const EVERY_LAB = "every lab";

function verdict(bad: readonly Examined[]): readonly string[] {
  const purposes = [...new Set(bad.map((one) => one.for))];
  if (purposes.includes(EVERY_LAB)) return ["No lab runs on this machine as it is."];
  return ["Labs run, without:", ...purposes.map((purpose) => `  ${purpose}`)];
}
