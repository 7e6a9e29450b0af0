import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { labDiffers } from "../../src/lab/lab-differs.ts";
import { root } from "../source-files.ts";

it("the guide says where every lab differs from Azure", () => {
  const guide = readFileSync(join(root, "docs/guide/lab.md"), "utf8").replaceAll(/\s+/g, " ");

  expect(labDiffers.filter((sentence) => !guide.includes(sentence))).toEqual([]);
});
