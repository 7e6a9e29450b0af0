import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { estateInput, formatTextOrJson, prices, readAs } from "./parameters.ts";

export const price = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/price.ts")).price),
    parameters: {
      flags: { prices, ...readAs, format: formatTextOrJson },
      positional: {
        kind: "tuple",
        parameters: [estateInput],
      },
    },
    docs: { brief: "Show what is billed, by which rates, and what is not known" },
  }),
  {
    about:
      "Shows everything that is billed once, with what uses it, its rate, its quantity and what it costs a month, and names what is not known. List prices, before any agreement.",
    examples: [
      ["isthmus price", "network.yaml, by the shipped rates"],
      ["isthmus price --prices prices.json", "by rates of your own, or of today"],
      ["isthmus price --format json | jq .monthly", "for programs"],
    ],
  },
);
