import { originOf, type Resource } from "../../model/resource.ts";
import { isStandInName } from "../../model/stand-in-name.ts";
import type { Run } from "./expression/run.ts";

const MOST_SHOWN = 4;

/** Says once which resources go by names that nobody has given. */
export function reportStandIns(resources: readonly Resource[], run: Run): void {
  const made = resources.filter(({ name }) => isStandInName(name));
  const names = [...new Set(made.map(({ name }) => name))];
  const [first] = made;
  if (!first) return;
  const shown = names.slice(0, MOST_SHOWN).join(", ");
  const count = made.length === 1 ? "The name of a resource is" : `The names of ${made.length} resources are`;
  run.report({
    rule: "arm-template/stand-in-name",
    severity: "info",
    message: `${count} not known: ${names.length === 1 ? "" : "stand-ins like "}${shown} ${names.length === 1 ? "stands for it" : "stand for them"}.`,
    origin: originOf(first, "name"),
    hint: "Give values to the parameters that the stand-ins name, and the real names are used.",
  });
}
