import type { Design } from "../../design.ts";
import type { Output } from "../output.ts";
import { designJson } from "./design-json.ts";

/** The whole design for programs: `design.json`. */
export const designJsonOutput: Output = {
  name: "design-json",
  write: (design: Design) => new Map([["design.json", `${JSON.stringify(designJson(design), null, 2)}\n`]]),
};
