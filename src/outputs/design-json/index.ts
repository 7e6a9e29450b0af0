import type { Design } from "../../design.ts";
import type { Output } from "../output.ts";
import { designJson } from "./design-json.ts";

/** The whole design for programs: `design.json`. */
export const designJsonOutput: Output = {
  name: "design-json",
  write: (design: Design) =>
    new Map([["design.json", `${JSON.stringify(designJson(design), null, indentOf(design))}\n`]]),
};

/** Above this many connections nobody reads the file, and the blanks alone would outgrow what a text can hold. */
const MOST_FOR_READING = 2_000;

function indentOf({ decisions }: Design): number {
  return decisions.length > MOST_FOR_READING ? 0 : 2;
}
