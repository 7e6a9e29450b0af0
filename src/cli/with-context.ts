import type { Context } from "./command-context.ts";

/** The command line hands its context over as `this`; commands take it as their first parameter, as functions do. */
export function withContext<Parameters extends readonly unknown[]>(
  command: (context: Context, ...parameters: Parameters) => void | Promise<void>,
) {
  return function (this: Context, ...parameters: Parameters): void | Promise<void> {
    return command(this, ...parameters);
  };
}
