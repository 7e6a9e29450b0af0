import { fewNames } from "../../diagnostics/few-names.ts";
import { type Reading, report } from "./reading.ts";

/** One finding, at the first of them: mostly it is the default that is missing. */
export function reportRegions(reading: Reading): void {
  const [first, ...others] = reading.withoutRegion;
  if (!first) return;

  const names = fewNames([first, ...others].map(({ name }) => name));
  const message = `${names} ${others.length === 0 ? "has" : "have"} no region.`;
  const hint = "Write region, or give one to all under defaults.";
  report(reading, "intent/missing-region", first.origin, message, hint, { at: "key" });
}
