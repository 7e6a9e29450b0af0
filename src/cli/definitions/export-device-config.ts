import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportFlags } from "./export-parameters.ts";
import { estateInput, readAs } from "./parameters.ts";

const proposeCompletions = async () => (await import("../propose-names.ts")).proposeNamesIn(["sites"]);

export const exportDeviceConfig = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-device-config.ts")).exportDeviceConfig),
    parameters: {
      flags: {
        for: {
          kind: "enum",
          // By hand, so that completion need not load what writes them; a test holds the two together.
          values: ["strongswan", "bird", "frr", "ikev2", "cisco-ios-xe", "vyos"],
          placeholder: "FORMAT",
          brief: "strongswan, bird, frr, ikev2 (settings for any other), cisco-ios-xe or vyos",
        },
        ...exportFlags,
        ...readAs,
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...estateInput, proposeCompletions },
          {
            brief: "A site, for all its VPN devices, or one of them: amsterdam/amsterdam-1",
            parse: parseText,
            placeholder: "SITE[/DEVICE]",
            optional: true,
            proposeCompletions,
          },
        ],
      },
    },
    docs: { brief: "Write the configuration of a site's VPN devices" },
  }),
  {
    usage: "[INPUT] SITE[/DEVICE] --for FORMAT",
    about:
      "Writes what a site's VPN device must be told: tunnels, BGP, static routes, in the words of one kind of device, to a folder a device and format. Pre-shared keys, and addresses that Azure has yet to choose, are placeholders that say where to get them.",
    examples: [
      ["isthmus export device-config amsterdam --for strongswan", "of network.yaml"],
      ["isthmus export device-config network.yaml amsterdam --for bird", "BGP beside it"],
    ],
  },
);
