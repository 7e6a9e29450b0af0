import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportLabFlags } from "./export-lab-parameters.ts";
import { estateInput } from "./parameters.ts";

export const exportContainerlab = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-containerlab.ts")).exportContainerlab),
    parameters: {
      flags: {
        image: {
          kind: "parsed",
          parse: parseText,
          default: "isthmus-lab",
          placeholder: "IMAGE",
          brief: "The image of every node; its Dockerfile is written, too",
        },
        ...exportLabFlags,
      },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Write the lab as a topology for containerlab" },
  }),
  {
    about:
      "Writes what `isthmus lab up` would run as a folder for containerlab: a container for each host and router, the links between them, and a script a node. Keys are not in it: make-secrets.sh makes them.",
    examples: [
      ["isthmus export containerlab", "of network.yaml"],
      ["isthmus export containerlab plant.estate.yaml --name plant --out labs", "under a name, elsewhere"],
    ],
  },
);
