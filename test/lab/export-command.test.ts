import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "../cli/isthmus.ts";

it("writes a folder for containerlab, and says where to begin", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout, stderr } = isthmus(folder, ["export", "containerlab", "--name", "small"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const topology = join(folder, "out/export/small/containerlab/small.clab.yml");
  expect(readFileSync(topology, "utf8")).toContain("isthmus-title: orders/web");
  expect(stdout).toMatch(
    /\d+ nodes and \d+ links between them\. How to run them stands at the top of out\/export/,
  );
  expect(stdout).not.toContain("yet to be filled in");
});

it("export c9s asks for an image that a cluster can pull before it writes", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stderr } = isthmus(folder, ["export", "c9s"]);

  expect(code).toBe(2);
  expect(stderr).toContain("--image");
  expect(existsSync(join(folder, "out"))).toBe(false);
});
