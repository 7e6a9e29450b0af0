import { designJsonOutput } from "./design-json/index.ts";
import type { Output } from "./output.ts";

/** What `design` writes. A new output is a folder beside this file and one line here. */
export const outputs: readonly Output[] = [designJsonOutput];
