import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labName } from "./lab-parameters.ts";
import { formatTextOrJson } from "./parameters.ts";

export const labStatus = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-status.ts")).labStatus),
    parameters: {
      flags: { format: formatTextOrJson },
      positional: { kind: "tuple", parameters: [labName] },
    },
    docs: { brief: "Show the state of tunnels, BGP peers and learned routes" },
  }),
  {
    about:
      "Asks the programs of the lab, and answers in Azure's words: connectionStatus, BGP peers, learned routes, bytes.",
    examples: [
      ["isthmus lab status", "of the only lab that runs"],
      ["isthmus lab status contoso --format json", "for programs"],
    ],
  },
);
