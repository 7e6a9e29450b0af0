import { buildCommand } from "@stricli/core";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { labName } from "./lab-parameters.ts";

export const labTest = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/lab-test.ts")).labTest),
    parameters: {
      flags: {
        encryption: {
          kind: "boolean",
          default: false,
          withNegated: false,
          brief: "Look at every wire: is what is said to be encrypted unreadable there?",
        },
        survive: {
          kind: "boolean",
          default: false,
          withNegated: false,
          brief: "Take down each element that can fail, one after the other, and measure the gap",
        },
        format: {
          kind: "enum",
          values: ["text", "json", "junit"],
          default: "text",
          brief: "For people, for programs, or for build servers",
        },
      },
      positional: { kind: "tuple", parameters: [labName] },
    },
    docs: { brief: "Ping every pair of hosts, and compare with the prediction" },
  }),
  {
    about:
      "Pings every pair of hosts both ways, also those that must not reach each other, and compares with what is predicted for what is up and down at the moment. Ends with 1 where they differ. Pairs count as independent where routes decided that the lab's routers learned from each other, and as transcribed where lab and prediction were given the rows. --survive takes down gateways, instances, tunnels, circuits, peerings, devices, sites and regions in turn, compares each time, and measures the longest silence of pairs that shall survive.",
    examples: [
      ["isthmus lab test", "of the only lab that runs"],
      ["isthmus lab test --encryption", "with a look at every wire"],
      ["isthmus lab test --survive", "what each failure does, and for how long"],
      ["isthmus lab test --format junit > lab.xml", "for a build server"],
    ],
  },
);
