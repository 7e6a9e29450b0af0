import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { formatTextOrJson } from "./parameters.ts";

export const labList = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-list.ts")).labList),
    parameters: {
      flags: { format: formatTextOrJson },
      positional: { kind: "tuple", parameters: [] },
    },
    docs: { brief: "List the labs that run" },
  }),
  {
    examples: [["isthmus lab list", "your labs, and what is down in them"]],
  },
);
