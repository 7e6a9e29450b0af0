import { armTemplate } from "./arm-template/index.ts";
import { bicep } from "./bicep/index.ts";
import { designJsonOutput } from "./design-json/index.ts";
import { mapOutput } from "./map/index.ts";
import type { Output } from "./output.ts";
import { reportOutput } from "./report/index.ts";
import { terraform } from "./terraform/index.ts";

/** What `design` writes. A new output is a folder beside this file and one line here. */
export const outputs: readonly Output[] = [
  armTemplate,
  bicep,
  terraform,
  mapOutput,
  reportOutput,
  designJsonOutput,
];
