import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { whichLab } from "./lab-parameters.ts";

export const labHeal = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-fail.ts")).labHeal),
    parameters: {
      flags: { name: whichLab },
      positional: {
        kind: "tuple",
        parameters: [
          {
            parse: parseText,
            placeholder: "ID",
            optional: true,
            proposeCompletions: async () => (await import("../lab/propose.ts")).proposeDown(),
            brief: "What was taken down; all of it where absent",
          },
        ],
      },
    },
    docs: { brief: "Bring back what was taken down" },
  }),
  {
    examples: [
      ["isthmus lab heal hub-vpn#0", "one element"],
      ["isthmus lab heal", "all that is down"],
    ],
  },
);
