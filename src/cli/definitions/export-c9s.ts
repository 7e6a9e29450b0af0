import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { exportLabFlags } from "./export-lab-parameters.ts";
import { estateInput } from "./parameters.ts";

export const exportC9s = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/export-c9s.ts")).exportC9s),
    parameters: {
      flags: {
        image: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "IMAGE",
          brief: "The image of every node, as the cluster pulls it; its Dockerfile is written, too",
        },
        ...exportLabFlags,
      },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Write the lab for Kubernetes, by clabernetes" },
  }),
  {
    usage: "[INPUT] --image IMAGE",
    about:
      "Writes what `isthmus lab up` would run as objects of Kubernetes, of which clabernetes makes the lab: a Topology, and a ConfigMap with the script of each node. Keys are not in it: make-secrets.sh makes them.",
    examples: [["isthmus export c9s --image registry.example.com/isthmus-lab:1", "of network.yaml"]],
  },
);
