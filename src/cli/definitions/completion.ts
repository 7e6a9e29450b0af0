import { buildCommand } from "@stricli/core";
import { parseShell, SHELLS } from "../completion-script.ts";
import { withContext } from "../with-context.ts";
import { withHelp } from "../with-help.ts";

export const completion = withHelp(
  buildCommand({
    loader: async () => withContext((await import("../commands/completion.ts")).completion),
    parameters: {
      positional: {
        kind: "tuple",
        parameters: [
          {
            brief: `One of ${SHELLS.join(", ")}`,
            parse: parseShell,
            placeholder: "SHELL",
            proposeCompletions: () => SHELLS,
          },
        ],
      },
    },
    docs: { brief: "Print a script that completes commands in your shell" },
  }),
  {
    examples: [
      ["source <(isthmus completion bash)", "in ~/.bashrc"],
      ["source <(isthmus completion zsh)", "in ~/.zshrc, after compinit"],
      ["isthmus completion fish | source", "in config.fish"],
    ],
  },
);
