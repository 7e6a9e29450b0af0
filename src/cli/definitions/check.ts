import { buildCommand } from "@stricli/core";
import { DEFAULT_INPUT } from "../default-input.ts";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { config, onOff, readAs } from "./parameters.ts";

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
        config,
        baseline: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "FILE",
          brief: "Fail on what this file does not know yet",
        },
        updateBaseline: onOff("Write what is found now to the baseline"),
        fix: onOff("Put right what is certain, in estate files and ARM templates"),
        dryRun: onOff("With --fix: show what it would write"),
        ...readAs,
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
    docs: { brief: "Find what is wrong in files, and put it right with --fix" },
  }),
  {
    about:
      "Finds what is wrong in files. Nothing is written but what --fix and --update-baseline ask for. Findings can be ignored, with a reason, in a comment (# ignore-next-line RULE -- why) or in isthmus.config.yaml.",
    examples: [
      ["isthmus check", "network.yaml, and its lock"],
      ["isthmus check *.estate.yaml", "networks that exist already"],
      ["isthmus check infra --baseline known.json", "what is new"],
      ["isthmus check hub.estate.yaml --fix --dry-run", "what would be put right"],
      ["isthmus check --format sarif > isthmus.sarif", "for code scanning"],
    ],
  },
);
