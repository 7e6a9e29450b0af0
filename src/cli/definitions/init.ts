import { buildCommand } from "@stricli/core";
import { DEFAULT_INPUT } from "../default-input.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { input, onOff } from "./parameters.ts";

export const init = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/init.ts")).init),
    parameters: {
      flags: { force: onOff("Write over the file if it is there") },
      positional: {
        kind: "tuple",
        parameters: [
          { ...input, brief: `The file to write; ${DEFAULT_INPUT} where absent`, placeholder: "FILE" },
        ],
      },
    },
    docs: { brief: "Write a commented intent file to start from" },
  }),
  {
    examples: [["isthmus init", "then change the file, and run: isthmus design"]],
  },
);
