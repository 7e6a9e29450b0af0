import type { CommandContext } from "@stricli/core";

export interface Stream {
  write(text: string): void;
  readonly isTTY?: boolean;
}

/** What a command may touch of the outside; tests give it streams that remember. */
export interface Context extends CommandContext {
  readonly process: {
    readonly stdout: Stream;
    readonly stderr: Stream;
    readonly env: Readonly<Record<string, string | undefined>>;
    exitCode?: number | string | null;
  };
}
