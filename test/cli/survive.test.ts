import { join } from "node:path";
import { expect, it } from "vitest";
import { mostSituations } from "../../src/survive.ts";
import { root } from "../source-files.ts";
import { isthmus, scratch } from "./isthmus.ts";

const contoso = join(root, "examples/contoso/network.yaml");

it("names the worst first, and ends with 1 only where it is asked to", () => {
  const folder = scratch();

  const { code, stdout, stderr } = isthmus(folder, ["survive", contoso]);
  const strict = isthmus(folder, ["survive", contoso, "--fail-on", "single-point", "--format", "json"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`Single points of failure
  gateway orders-vpn: loses 8 of 16 pairs; nothing takes over
      amsterdam - orders  4 pairs  dropped
      orders - staff      4 pairs  dropped
`);
  expect(strict.code).toBe(1);
  expect(JSON.parse(strict.stdout)).toMatchObject({ format: "isthmus/survive", pairs: 16, at: 1 });
  expect(mostSituations).toBeGreaterThan(100);
});

it("refuses a file that is not there", () => {
  expect(isthmus(scratch(), ["survive"]).code).toBe(2);
});
