import { readFileSync } from "node:fs";
import { design } from "../../src/design.ts";
import type { Estate } from "../../src/model/estate.ts";
import { readDocument } from "../../src/source/index.ts";

const FILE = "examples/hub-and-spoke/network.yaml";

/** What comes of the first example. */
export function exampleEstate(): Estate {
  const { design: result } = design(readDocument(FILE, readFileSync(FILE, "utf8")), { reconsider: false });
  if (!result) throw new Error("The example is no design.");
  return result.estate;
}
