import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labName } from "./lab-parameters.ts";
import { onOff } from "./parameters.ts";

export const labDown = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-down.ts")).labDown),
    parameters: {
      flags: { all: onOff("End all labs of yours") },
      positional: { kind: "tuple", parameters: [labName] },
    },
    docs: { brief: "End a lab" },
  }),
  {
    examples: [
      ["isthmus lab down", "the only one that runs"],
      ["isthmus lab down --all", "all of yours"],
    ],
  },
);
