import { buildCommand } from "@stricli/core";
import { DEFAULT_INPUT } from "../default-input.ts";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { formatTextOrJson } from "./parameters.ts";

const end = {
  parse: parseText,
  optional: true,
  proposeCompletions: async () => (await import("../propose-names.ts")).proposeNames(),
} as const;

export const explain = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/explain.ts")).explain),
    parameters: {
      flags: {
        input: {
          kind: "parsed",
          parse: parseText,
          default: DEFAULT_INPUT,
          placeholder: "FILE",
          brief: `The intent file, or - for stdin; ${DEFAULT_INPUT} where absent`,
        },
        format: formatTextOrJson,
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...end, brief: "One end: its name, or an ending that is unambiguous", placeholder: "A" },
          { ...end, brief: "The other end", placeholder: "B" },
        ],
      },
    },
    docs: { brief: "Say why two networks are connected as they are" },
  }),
  { usage: "A B", examples: [["isthmus explain hub orders", "what, why, for how much, why nothing else"]] },
);
