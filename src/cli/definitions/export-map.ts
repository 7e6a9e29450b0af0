import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportFlags } from "./export-parameters.ts";
import { estateInput, readAs } from "./parameters.ts";

export const exportMap = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-map.ts")).exportMap),
    parameters: {
      flags: { ...exportFlags, ...readAs },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Draw a network: an SVG, and Mermaid for Markdown" },
  }),
  {
    about:
      "Draws networks, sites and users and what joins them, of an intent, a template, an export or a plan: map.svg for people, map.mmd for pages of Markdown.",
    examples: [
      ["isthmus export map infra/main.json", "of a template"],
      ["isthmus export map exports --out docs", "of a folder of exports, elsewhere"],
    ],
  },
);
