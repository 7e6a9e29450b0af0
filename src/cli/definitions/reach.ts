import { buildCommand } from "@stricli/core";
import { OUTCOMES } from "../../model/trace.ts";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { down, estateInput, formatTextOrJson, onOff, port, protocol, readAs } from "./parameters.ts";

const end = {
  parse: parseText,
  optional: true,
  proposeCompletions: async () => (await import("../propose-places.ts")).proposePlaces(),
} as const;

export const reach = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/reach.ts")).reach),
    parameters: {
      flags: {
        ...readAs,
        port,
        protocol,
        outcome: {
          kind: "enum",
          values: OUTCOMES,
          optional: true,
          placeholder: "OUTCOME",
          brief: "Only pairs that end so: delivered, partlyDenied, noRoute, dropped, loop, …",
        },
        expect: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "FILE",
          brief: "What must reach what; the *.expect.yaml beside the input where absent",
        },
        down,
        pairs: onOff("List every pair, as it is found"),
        format: formatTextOrJson,
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...end, brief: estateInput.brief, placeholder: "INPUT" },
          {
            ...end,
            brief: "A subnet, network, site or users by the end of its name; * stands for any letters",
            placeholder: "FROM",
          },
          { ...end, brief: "The same, of where packets go", placeholder: "TO" },
        ],
      },
    },
    docs: { brief: "Show who reaches whom, and whether that is what was asked for" },
  }),
  {
    usage: "[INPUT] [FROM] [TO]",
    about:
      "Predicts all pairs of subnets, sites and users, and shows what nothing tells apart as one. Holds them against the connections and isolations of the intent, or a file of expectations, and lists what is reached though nobody asked for it. Ends with 1 where an expectation is unmet.",
    examples: [
      ["isthmus reach", "all of network.yaml"],
      ["isthmus reach orders amsterdam --port 443", "between two places, and by which ways"],
      ["isthmus reach estate.json --expect must.expect.yaml", "a test for CI"],
      ["isthmus reach --pairs --outcome loop", "every such pair, a line each"],
    ],
  },
);
