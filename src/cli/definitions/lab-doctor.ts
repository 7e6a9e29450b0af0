import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { formatTextOrJson } from "./parameters.ts";

export const labDoctor = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-doctor.ts")).labDoctor),
    parameters: {
      flags: { format: formatTextOrJson },
      positional: { kind: "tuple", parameters: [] },
    },
    docs: { brief: "Say what this machine lacks for labs, and how to get it" },
  }),
  {
    about:
      "Tries everything that labs use of the kernel, looks for every program, and says what runs without those that are missing. Ends with 1 where anything is.",
    examples: [["isthmus lab doctor", "what is here, and what to install"]],
  },
);
