import { buildCommand } from "@stricli/core";
import { parseCount, parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labHost, whichLab } from "./lab-parameters.ts";

export const labCapture = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-capture.ts")).labCapture),
    parameters: {
      flags: {
        name: whichLab,
        pcap: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "FILE",
          brief: "Write them to a file for Wireshark instead",
        },
        count: {
          kind: "parsed",
          parse: parseCount,
          optional: true,
          placeholder: "N",
          brief: "End after so many packets; with Ctrl-C where absent",
        },
      },
      positional: {
        kind: "tuple",
        parameters: [
          {
            ...labHost,
            placeholder: "LINK",
            brief: "A link, a tunnel, a host or a router, by the end of its name",
          },
        ],
      },
    },
    docs: { brief: "Show the packets of a link as they pass" },
  }),
  {
    about:
      "Prints a line of JSON for each IP packet. Of a tunnel both sides are shown: the device in which packets are as they were sent, and what its ends speak over.",
    examples: [
      ["isthmus lab capture hub/to-orders", "a peering"],
      ["isthmus lab capture orders-to-amsterdam#0 --pcap tunnel.pcap", "a tunnel, inside and outside"],
    ],
  },
);
