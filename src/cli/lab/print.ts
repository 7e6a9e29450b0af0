import type { Context } from "../command-context.ts";

export function printJson({ process: { stdout } }: Context, answer: object): void {
  stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

export function printLines({ process: { stdout } }: Context, lines: readonly string[]): void {
  stdout.write(lines.map((line) => `${line}\n`).join(""));
}
