import type { CommandContext } from "@stricli/core";

export interface Stream {
  /** `written`: when it has left, so that who writes much need not keep it. */
  write(text: string, written?: () => void): void;
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
