import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { down, estateInput, formatTextOrJson, readAs } from "./parameters.ts";

const proposeCompletions = async () => (await import("../propose-places.ts")).proposePlaces();

export const routes = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/routes.ts")).routes),
    parameters: {
      flags: {
        down,
        against: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "FILE",
          brief: "Compare with what az network nic show-effective-route-table printed as JSON",
        },
        ...readAs,
        format: formatTextOrJson,
      },
      positional: {
        kind: "tuple",
        parameters: [
          { ...estateInput, proposeCompletions },
          {
            brief:
              "A subnet, interface, network, gateway, circuit or site, by the end of its name; all where absent",
            parse: parseText,
            placeholder: "WHERE",
            optional: true,
            proposeCompletions,
          },
        ],
      },
    },
    docs: { brief: "Show the routes that Azure would have" },
  }),
  {
    about:
      "Shows effective routes in Azure's own columns; of a gateway its BGP peers, what it learns and what it advertises. Nothing is asked of Azure: the routes follow from the file.",
    examples: [
      ["isthmus routes", "every subnet of network.yaml, equal tables once"],
      ["isthmus routes network.yaml orders/web", "one subnet"],
      ["isthmus routes orders/web --against nic.json", "the same beside what Azure printed"],
    ],
  },
);
