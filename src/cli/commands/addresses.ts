import type { Design } from "../../design.ts";
import { visible } from "../../source/index.ts";
import { networkSpace, networksOf, nextFree, poolSpaces } from "../address-spaces.ts";
import { addressTable } from "../address-table.ts";
import { addressesAnswer } from "../addresses-answer.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { listNames } from "../list-names.ts";
import { loadDesignToRead } from "../load-design.ts";
import { styleFor } from "../paint.ts";

export interface AddressesFlags {
  readonly next?: number;
  readonly in?: string;
  readonly format: "text" | "json";
}

/** The address plan, what is free in it, and with `--next` the next free range of a size. */
export function addresses(context: Context, flags: AddressesFlags, input: string = DEFAULT_INPUT): void {
  const { stdout } = context.process;
  const design = loadDesignToRead(context, input, flags.format);
  if (!design) return;

  if (flags.next !== undefined) printNext(context, design, flags, flags.next);
  else if (flags.format === "json")
    stdout.write(`${JSON.stringify(addressesAnswer(design, flags.in), null, 2)}\n`);
  else stdout.write(`${addressTable(design, flags.in, styleFor(stdout)).join("\n")}\n`);
}

/** On stdout the range and nothing else, so that a script can take it. */
function printNext(context: Context, design: Design, flags: AddressesFlags, length: number): void {
  const { stdout, stderr } = context.process;
  const spaces = flags.in === undefined ? poolSpaces(design) : networksOf(design, flags.in).map(networkSpace);
  const found = nextFree(spaces, length);
  if (flags.format === "json") {
    stdout.write(
      `${JSON.stringify({ format: "isthmus/free-range", version: 1, addressPrefix: found ?? null }, null, 2)}\n`,
    );
  } else if (found !== undefined) {
    stdout.write(`${found}\n`);
  }
  if (found !== undefined) return;

  const where = listNames(spaces.map(({ name }) => name));
  stderr.write(
    where === ""
      ? "The file has no addressSpace to take it from.\n"
      : `No /${length} is free in ${visible(where)}.\n`,
  );
  context.process.exitCode = exitCode.findings;
}
