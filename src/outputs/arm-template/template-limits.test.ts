import { expect, it } from "vitest";
import { templateBytes } from "../../azure/template-limits.ts";
import { templateLimits } from "./template-limits.ts";

it("says so where a template is larger than Azure takes, and nothing otherwise", () => {
  const fitting = "x".repeat(templateBytes.value);

  expect(templateLimits(new Map([["template.json", fitting]]))).toEqual([]);
  expect(templateLimits(new Map([["template.json", `${fitting}x`]]))).toMatchObject([
    { message: "template.json holds 4.0 MB, and Azure Resource Manager takes 4 MB." },
  ]);
});
