import { buildCommand } from "@stricli/core";
import { parseLength, parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { formatTextOrJson, input } from "./parameters.ts";

export const addresses = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/addresses.ts")).addresses),
    parameters: {
      flags: {
        next: {
          kind: "parsed",
          parse: parseLength,
          optional: true,
          placeholder: "/24",
          brief: "Print the next free range of this size",
        },
        in: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "NETWORK",
          proposeCompletions: async () => (await import("../propose-names.ts")).proposeNames(),
          brief: "Look into one virtual network only",
        },
        format: formatTextOrJson,
      },
      positional: { kind: "tuple", parameters: [input] },
    },
    docs: { brief: "Show the address plan and what is free in it" },
  }),
  {
    examples: [
      ["isthmus addresses", "the plan"],
      ["isthmus addresses --next /24", "where a new network would go"],
      ["isthmus addresses --next /26 --in orders", "where a new subnet would go"],
    ],
  },
);
