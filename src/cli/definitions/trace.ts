import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { down, estateInput, formatTextOrJson, port, protocol, readAs } from "./parameters.ts";

const end = {
  parse: parseText,
  optional: true,
  proposeCompletions: async () => ["internet", ...(await import("../propose-places.ts")).proposePlaces()],
} as const;

export const trace = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/trace.ts")).trace),
    parameters: {
      flags: {
        port,
        protocol,
        down,
        ...readAs,
        format: formatTextOrJson,
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...end, brief: estateInput.brief, placeholder: "INPUT" },
          {
            ...end,
            brief:
              "A subnet, interface, network, site or users by the end of its name, an address, or internet",
            placeholder: "FROM",
          },
          { ...end, brief: "The same, of where it goes", placeholder: "TO" },
        ],
      },
    },
    docs: { brief: "Follow a flow there and back, and say what decided" },
  }),
  {
    usage: "[INPUT] FROM TO",
    about:
      "Follows a flow hop by hop, there and back: by which route and rule it went on, over what, how fast and how safe. Ends with 0 where it is delivered.",
    examples: [
      ["isthmus trace hub/shared orders/web --port 443", "the way between two subnets"],
      ["isthmus trace network.yaml hub orders", "the same, from another file"],
      ["isthmus trace hub orders --protocol icmp --format json", "for programs"],
    ],
  },
);
