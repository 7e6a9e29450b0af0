import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labHost, whichLab } from "./lab-parameters.ts";

export const labExec = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-exec.ts")).labExec),
    parameters: {
      flags: { name: whichLab },
      positional: { kind: "array", parameter: { ...labHost, placeholder: "ARGUMENT" } },
    },
    docs: { brief: "Run a command on a host of a lab" },
  }),
  {
    usage: "HOST -- COMMAND...",
    about:
      "Runs a command on a host, with your own input and output. It ends with the exit code of the command, and hands signals on to it.",
    examples: [
      ["isthmus lab exec orders/web -- ping -c3 10.64.0.4", "from one host to another"],
      ["isthmus lab exec hub-vpn#0 -- ip route show table all", "on a gateway"],
    ],
  },
);
