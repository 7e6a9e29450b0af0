import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportFlags } from "./export-parameters.ts";
import { estateInput, readAs } from "./parameters.ts";

export const exportReport = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-report.ts")).exportReport),
    parameters: {
      flags: { ...exportFlags, ...readAs },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Write a network as one page: map, reach, addresses, price, findings" },
  }),
  {
    about:
      "Writes report.html, one file that needs nothing but a browser: the map, who reaches whom and what a failure changes, addresses, prices, and what is wrong. Of an intent it also says why; `isthmus design` writes that one, too.",
    examples: [
      ["isthmus export report infra/main.json", "of a template"],
      ["isthmus export report exports --out docs", "of a folder of exports, elsewhere"],
    ],
  },
);
