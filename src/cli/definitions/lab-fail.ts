import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { whichLab } from "./lab-parameters.ts";

export const labFail = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-fail.ts")).labFail),
    parameters: {
      flags: { name: whichLab },
      positional: {
        kind: "tuple",
        parameters: [
          {
            parse: parseText,
            placeholder: "ID",
            proposeCompletions: async () => (await import("../lab/propose.ts")).proposeElements(),
            brief: "A gateway, an instance, a link, a session, a site, region/…, by the end of its name",
          },
        ],
      },
    },
    docs: { brief: "Take an element of a lab down" },
  }),
  {
    about:
      "Takes down what stands on the element: links are set down, programs killed. lab test then compares with the prediction of that situation. Neighbours are told at once: the time that they take to notice is not measured.",
    examples: [
      ["isthmus lab fail hub-vpn#0", "one instance of a gateway"],
      ["isthmus lab fail circuit#primary", "one link of a circuit"],
    ],
  },
);
