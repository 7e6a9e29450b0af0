import type { Run } from "./expression/run.ts";

const MOST_SHOWN = 12;

/** Says once which parameters have no value: for a parameter file gives all of them. */
export function reportMissingParameters(run: Run): void {
  const [first, ...others] = run.missing;
  if (!first) return;
  const names = run.missing.slice(0, MOST_SHOWN).map(({ name }) => name);
  const shown = `${names.join(", ")}${run.missing.length > MOST_SHOWN ? ", …" : ""}`;
  const isOne = others.length === 0;
  run.report({
    rule: "arm-template/missing-parameter",
    severity: "warning",
    message: isOne
      ? `The parameter ${first.name} has no value, so what depends on it is not known.`
      : `${run.missing.length} parameters have no value, so what depends on them is not known: ${shown}.`,
    origin: first.origin,
    hint: `Give ${isOne ? "it one" : "them values"} in a parameter file beside the template, or by --parameters.`,
  });
}
