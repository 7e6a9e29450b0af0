import { buildCommand } from "@stricli/core";
import { parseCurrency, parseRegion, parseText, parseWebAddress } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { onOff } from "./parameters.ts";

export const pricesRefresh = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/prices-refresh.ts")).pricesRefresh),
    parameters: {
      flags: {
        region: {
          kind: "parsed",
          parse: parseRegion,
          optional: true,
          variadic: ",",
          placeholder: "REGION,...",
          brief: "Read these regions only; all where absent",
        },
        currency: {
          kind: "parsed",
          parse: parseCurrency,
          default: "USD",
          placeholder: "CODE",
          brief: "USD where absent",
        },
        out: {
          kind: "parsed",
          parse: parseText,
          default: "prices.json",
          placeholder: "FILE",
          brief: "Where to write; prices.json where absent",
        },
        cache: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "FILE",
          brief: "Where answers are kept for a day; in your cache folder where absent",
        },
        fresh: onOff("Ask again, whatever the cache holds"),
        from: {
          kind: "parsed",
          parse: parseWebAddress,
          optional: true,
          placeholder: "URL",
          brief: "A mirror of the price list; Azure's own where absent",
        },
      },
      positional: { kind: "tuple", parameters: [] },
    },
    docs: { brief: "Read the Azure Retail Prices API and write its rates to a file" },
  }),
  {
    about:
      "Reads Azure's list prices of everything that connectivity is billed for, and writes them to a file that design and price count by with --prices. It is the one command that uses the network.",
    examples: [
      ["isthmus prices refresh", "all regions, to prices.json"],
      ["isthmus prices refresh --region westeurope,northeurope", "two regions, sooner done"],
      ["isthmus prices refresh --currency EUR --out eur.json", "in euros"],
    ],
  },
);
