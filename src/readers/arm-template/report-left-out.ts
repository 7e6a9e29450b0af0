import type { LeftOut, Run } from "./expression/run.ts";

/** As many have a finding each; more that lack the same have one together. */
const MOST_APART = 2;
const MOST_SHOWN = 8;

/** Says which resources are missing from the estate, and what each of them lacks. */
export function reportLeftOut(run: Run): void {
  for (const group of groupsOf(run.leftOut)) {
    if (group.length <= MOST_APART) for (const one of group) reportOne(one, run);
    else reportTogether(group, run);
  }
}

/** By what they lack; each entry once, however often it is copied. */
function groupsOf(leftOut: readonly LeftOut[]): Iterable<readonly LeftOut[]> {
  const entries = new Map(leftOut.map((one) => [JSON.stringify([one.message, one.origin.path]), one]));
  const groups = new Map<string, LeftOut[]>();
  for (const one of entries.values()) {
    const group = groups.get(one.because);
    if (group) group.push(one);
    else groups.set(one.because, [one]);
  }
  return groups.values();
}

function reportOne({ message, because, origin, cause }: LeftOut, run: Run): void {
  run.report({
    rule: "arm-template/unknown-resource",
    severity: "warning",
    message,
    origin,
    related: [{ message: because, origin: cause }],
    hint: "Give a value to what is not known.",
  });
}

function reportTogether(group: readonly LeftOut[], run: Run): void {
  const [first, ...others] = group;
  if (!first) return;
  run.report({
    rule: "arm-template/unknown-resource",
    severity: "warning",
    message: `${group.length} resources are left out, because ${first.because}: it decides what they are called, how many there are or whether they are deployed.`,
    origin: first.origin,
    related: [
      { message: first.because, origin: first.cause },
      ...others.slice(0, MOST_SHOWN).map(({ what, origin }) => ({ message: what, origin })),
    ],
    hint: "Give a value to what is not known.",
  });
}
