import { buildCommand } from "@stricli/core";
import { DEFAULT_INPUT } from "../default-input.ts";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { from, onOff, parameters } from "./parameters.ts";

export const check = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/check.ts")).check),
    parameters: {
      flags: {
        format: {
          kind: "enum",
          values: ["text", "json", "sarif", "github", "junit"],
          default: "text",
          placeholder: "FORMAT",
          brief: "text, json, sarif (code scanning), github (annotations) or junit",
        },
        reconsider: onOff("Check as if the lock's choices were free"),
        parameters,
        from,
      },
      positional: {
        kind: "array",
        parameter: {
          brief: `Intents, and files or folders of an estate, or - for stdin; ${DEFAULT_INPUT} where absent`,
          parse: parseText,
          placeholder: "INPUT",
        },
      },
    },
    docs: { brief: "Find what is wrong in files, and write nothing" },
  }),
  {
    examples: [
      ["isthmus check", "network.yaml, and its lock"],
      ["isthmus check *.estate.yaml", "networks that exist already"],
      ["isthmus check --format sarif > isthmus.sarif", "for code scanning"],
    ],
  },
);
