import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labHost, whichLab } from "./lab-parameters.ts";

export const labShell = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-shell.ts")).labShell),
    parameters: {
      flags: { name: whichLab },
      positional: { kind: "tuple", parameters: [labHost] },
    },
    docs: { brief: "Open a shell on a host of a lab" },
  }),
  {
    examples: [
      ["isthmus lab shell orders/web", "a shell on a host"],
      ["isthmus lab shell hub-vpn#0 --name contoso", "on a gateway of one of several labs"],
    ],
  },
);
