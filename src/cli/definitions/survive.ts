import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { estateInput, formatTextOrJson, readAs } from "./parameters.ts";

export const survive = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/survive.ts")).survive),
    parameters: {
      flags: {
        pairsOf: {
          kind: "enum",
          values: ["1", "2"],
          default: "1",
          brief: "How many things fail at once; with 2, what neither of the two does alone",
        },
        failOn: {
          kind: "enum",
          values: ["single-point"],
          optional: true,
          brief: "End with 1 where one thing takes pairs with it whose ends are up",
        },
        ...readAs,
        format: formatTextOrJson,
      },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Fail each gateway, tunnel, circuit, site and region, and say what is lost" },
  }),
  {
    about:
      "Predicts the estate without each thing that may fail: which pairs no longer reach each other, and over what the others go on, how fast and how safe. Worst first.",
    examples: [
      ["isthmus survive", "every single failure of network.yaml"],
      ["isthmus survive --pairs-of 2", "what takes two failures at once"],
      ["isthmus survive estate.json --fail-on single-point", "for CI"],
    ],
  },
);
