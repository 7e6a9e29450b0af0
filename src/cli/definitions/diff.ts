import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { readAs } from "./parameters.ts";

const side = { parse: parseText, optional: true } as const;

export const diff = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/diff.ts")).diff),
    parameters: {
      flags: {
        failOn: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "WHAT",
          brief: "End with 1 where there is any of these: lost,unencrypted,exposed,dearer",
        },
        ...readAs,
        format: {
          kind: "enum",
          values: ["text", "json", "markdown"],
          default: "text",
          brief: "For people, for programs, or for a pull request",
        },
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...side, brief: "A file, or REVISION:FILE as git has it", placeholder: "BEFORE" },
          {
            ...side,
            brief: "The same, of what it becomes; the file itself where absent",
            placeholder: "AFTER",
          },
        ],
      },
    },
    docs: { brief: "Compare two files or revisions: resources, addresses, who reaches whom, price" },
  }),
  {
    usage: "BEFORE [AFTER]",
    about:
      "Says what a change does before it is made: what is added, removed and changed, which pairs reach each other no more or by another way, what leaves encryption or crosses the internet now, and what it costs.",
    examples: [
      ["isthmus diff HEAD:network.yaml", "what is not committed yet"],
      ["isthmus diff old.estate.json new.estate.json", "two files"],
      ["isthmus diff main:network.yaml --format markdown", "for a pull request"],
      ["isthmus diff main:network.yaml --fail-on lost,exposed", "for CI"],
    ],
  },
);
