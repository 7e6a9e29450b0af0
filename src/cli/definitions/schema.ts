import { buildCommand } from "@stricli/core";
import { parseSchemaName, SCHEMA_NAMES } from "../schema-names.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";

export const schema = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/schema.ts")).schema),
    parameters: {
      positional: {
        kind: "tuple",
        parameters: [
          {
            brief: `One of ${SCHEMA_NAMES.join(", ")}; intent where absent`,
            parse: parseSchemaName,
            placeholder: "NAME",
            optional: true,
            proposeCompletions: () => SCHEMA_NAMES,
          },
        ],
      },
    },
    docs: { brief: "Print the JSON Schema of a file or an answer" },
  }),
  {
    examples: [
      ["isthmus schema > network.schema.json", "for editors, of the intent"],
      ["isthmus schema design", "what design --format json answers"],
    ],
  },
);
