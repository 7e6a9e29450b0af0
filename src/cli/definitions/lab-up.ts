import { buildCommand } from "@stricli/core";
import { parseLabName } from "../lab/parse-lab-name.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { estateInput, readAs } from "./parameters.ts";

export const labUp = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-up.ts")).labUp),
    parameters: {
      flags: {
        ...readAs,
        name: {
          kind: "parsed",
          parse: parseLabName,
          optional: true,
          placeholder: "NAME",
          brief: "What the lab is called; as its file or folder where absent",
        },
        timers: {
          kind: "enum",
          values: ["azure", "fast"],
          default: "azure",
          brief: "How long routers wait for each other: as in Azure, or a twentieth of it",
        },
      },
      positional: { kind: "tuple", parameters: [estateInput] },
    },
    docs: { brief: "Start a lab, or bring one that runs to what the file says" },
  }),
  {
    about:
      "Runs what the file describes on this machine: a host for every subnet and site, real tunnels, real BGP. Root's rights are not needed. Run again after a change, it touches only what differs.",
    examples: [
      ["isthmus lab up", "network.yaml"],
      ["isthmus lab up plant.estate.yaml --name plant", "networks that exist, under a name"],
      ["isthmus lab up --timers fast", "with short hold times"],
    ],
  },
);
