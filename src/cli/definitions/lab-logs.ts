import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labName } from "./lab-parameters.ts";

export const labLogs = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-logs.ts")).labLogs),
    parameters: {
      flags: {},
      positional: {
        kind: "tuple",
        parameters: [
          { ...labName, brief: "The lab; the only one that runs where absent", placeholder: "NAME" },
          {
            parse: parseText,
            optional: true,
            placeholder: "PROGRAM",
            brief: "One of its programs, by the end of its name; a list of them where absent",
          },
        ],
      },
    },
    docs: { brief: "Show what the programs of a lab have said" },
  }),
  {
    examples: [
      ["isthmus lab logs", "which programs there are"],
      ["isthmus lab logs contoso ike-hubvpn-1a2b-0", "one of them"],
    ],
  },
);
