import { buildCommand } from "@stricli/core";
import { parseText } from "../flags.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";
import { config, formatTextOrJson, input, onOff, prices } from "./parameters.ts";

export const design = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/design.ts")).design),
    parameters: {
      flags: {
        out: {
          kind: "parsed",
          parse: parseText,
          optional: true,
          placeholder: "DIR",
          brief: "Where to write; out/ beside the intent where absent",
        },
        format: {
          ...formatTextOrJson,
          brief: "json answers to stdout, and writes no file without --out",
        },
        prices,
        config,
        frozenLock: onOff("Fail where the lock would change (for CI)"),
        reconsider: onOff("Take better choices, and move what the lock can no longer keep"),
        force: onOff("Write over files that were edited by hand"),
      },
      positional: { kind: "tuple", parameters: [input] },
    },
    docs: { brief: "Decide, address, check, price and write a network" },
  }),
  {
    about:
      "Decides how each connection is made, plans addresses, checks and prices the result, and writes it all to out/. What was given and decided is kept in network.lock.json beside the intent, so that a later design moves nothing.",
    examples: [
      ["isthmus design", "network.yaml, to out/"],
      ["isthmus design --frozen-lock", "in CI: nothing may have changed"],
      ["isthmus design --format json | jq .price", "write nothing"],
    ],
  },
);
