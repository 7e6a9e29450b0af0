import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportFlags } from "./export-parameters.ts";
import { estateInput, readAs } from "./parameters.ts";

const proposeCompletions = async () => (await import("../propose-names.ts")).proposeNamesIn(["p2sUsers"]);

export const exportVpnClient = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-vpn-client.ts")).exportVpnClient),
    parameters: {
      flags: { ...exportFlags, ...readAs },
      positional: {
        kind: "tuple",
        parameters: [
          { ...estateInput, proposeCompletions },
          {
            brief: "The users, by the name in the file",
            parse: parseText,
            placeholder: "USERS",
            optional: true,
            proposeCompletions,
          },
        ],
      },
    },
    docs: { brief: "Write the profiles of users who connect by VPN" },
  }),
  {
    usage: "[INPUT] USERS",
    about:
      "Writes a profile for each protocol that the users' gateway offers: OpenVPN, and IKEv2 for strongSwan and as a list of settings. Certificates and keys are placeholders.",
    examples: [
      ["isthmus export vpn-client staff", "of network.yaml"],
      ["isthmus export vpn-client network.yaml staff --out profiles", "elsewhere"],
    ],
  },
);
