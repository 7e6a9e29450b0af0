import { expect, it } from "vitest";
import { countBySeverity } from "./count-by-severity.ts";

it("counts each severity, also those that do not occur", () => {
  const findings = [{ severity: "error" }, { severity: "info" }, { severity: "error" }] as const;

  expect(countBySeverity(findings)).toEqual({ error: 2, warning: 0, info: 1 });
});
