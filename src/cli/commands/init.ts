import { existsSync } from "node:fs";
import { visible } from "../../source/excerpt.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { quoteArgument } from "../quote-argument.ts";
import { starter } from "../starter.ts";
import { UserError } from "../user-error.ts";
import { writeFile } from "../write-files.ts";

export interface InitFlags {
  readonly force: boolean;
}

/** Writes a commented intent file to start from. */
export function init(context: Context, { force }: InitFlags, path: string = DEFAULT_INPUT): void {
  if (!force && existsSync(path)) {
    throw new UserError(`${path} is there already.`, "Name another file, or write over it with --force.");
  }
  writeFile(path, starter);
  const argument = path === DEFAULT_INPUT ? "" : ` ${quoteArgument(path)}`;
  context.process.stdout.write(
    visible(`${path} was written. Change it to what you need, then run: isthmus design${argument}`),
  );
  context.process.stdout.write("\n");
}
